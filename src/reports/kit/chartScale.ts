import type { ReportContext } from "../context";
import type { StyleId } from "../model/styles";

/** How amounts are divided for an axis, and the unit its title names. */
export interface ChartScale {
  readonly divisor: number;
  readonly unit: string;
  readonly numberFormat: string;
  readonly style: StyleId;
}

/** Amounts on an axis: yuan or ten thousands of yuan, or units, thousands and millions in English. */
export function chartScale(amounts: readonly number[], context: ReportContext): ChartScale {
  const largest = amounts.reduce((max, amount) => Math.max(max, Math.abs(amount)), 0);
  const { t, money, locale } = context;
  const sign = money.sign.trim();
  const whole = { numberFormat: "#,##0", style: "integer" } as const;
  const fraction = { numberFormat: "#,##0.0", style: "decimal1" } as const;
  const look = (divisor: number) => (largest / divisor < 20 && divisor > 1 ? fraction : whole);
  if (locale === "zh-CN") {
    const yuan = sign === "¥" ? t("unit.yuan") : sign;
    return largest >= 100_000
      ? { divisor: 10_000, unit: t("unit.tenThousand", { currency: yuan }), ...look(10_000) }
      : { divisor: 1, unit: yuan === "" ? t("unit.amount") : yuan, ...look(1) };
  }
  const steps = [
    [10_000_000, 1_000_000, "unit.million"],
    [100_000, 1_000, "unit.thousand"],
  ] as const;
  for (const [from, divisor, key] of steps)
    if (largest >= from) return { divisor, unit: t(key, { currency: sign }).trim(), ...look(divisor) };
  return { divisor: 1, unit: sign === "" ? t("unit.amount") : sign, ...look(1) };
}
