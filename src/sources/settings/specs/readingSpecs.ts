import type { SpecsOf } from "../settingSpec";
import { oneOf } from "../values/oneOf";
import { whole } from "../values/numbers";
import { yesNo } from "../values/yesNo";
import { zone } from "../values/zone";
import { orNull } from "../values/orNull";
import { currencyCode, rates } from "../values/currency";

/** Settings for how the cells of an export are read. */
export const READING_SPECS: SpecsOf<
  | "dateOrder"
  | "timeZone"
  | "currency.base"
  | "currency.decimals"
  | "currency.rates"
  | "duplicates"
  | "countZero"
> = {
  dateOrder: {
    names: ["日期顺序", "日月顺序", "date order"],
    ...oneOf({
      auto: ["自动", "按列自动判断", "as the column shows"],
      dayFirst: ["日在前", "day first", "dmy"],
      monthFirst: ["月在前", "month first", "mdy"],
    }),
  },
  timeZone: { names: ["时区", "time zone"], allowed: "Asia/Shanghai | null", schema: orNull(zone) },
  "currency.base": {
    names: ["本位币", "币种", "基准币种", "currency", "base currency"],
    allowed: "CNY | USD | … | null",
    schema: orNull(currencyCode),
  },
  "currency.decimals": {
    names: ["小数位", "金额小数位", "币种小数位", "currency decimals"],
    allowed: "0 … 4",
    schema: whole(0, 4),
  },
  "currency.rates": {
    names: ["汇率", "汇率表", "exchange rates"],
    allowed: '{ "USD": 7.1, "USD 2025-01": 7.2 }',
    schema: rates,
  },
  duplicates: {
    names: ["重复行", "重复行处理", "duplicate rows"],
    ...oneOf({
      auto: ["自动", "一单一行时剔除", "dropped where one row is one order"],
      drop: ["剔除", "一律剔除", "去除", "删除", "always dropped"],
      keep: ["保留", "一律保留", "always kept"],
    }),
  },
  countZero: {
    names: ["零金额计入", "零金额是否计入", "零金额计单", "count zero", "count zero amounts"],
    allowed: "true | false",
    schema: yesNo,
  },
};
