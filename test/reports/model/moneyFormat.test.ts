import { moneyFormat } from "../../../src/reports/model/moneyFormat";

test.each([
  {
    name: "yuan",
    currency: "CNY",
    decimals: 2,
    chinese: false,
    sign: "¥",
    format: '[>=1000]"¥"#,##0;"¥"#,##0.00',
  },
  {
    name: "no currency in a Chinese export is yuan",
    currency: "",
    decimals: 2,
    chinese: true,
    sign: "¥",
    format: '[>=1000]"¥"#,##0;"¥"#,##0.00',
  },
  {
    name: "no currency elsewhere has no sign",
    currency: "",
    decimals: 2,
    chinese: false,
    sign: "",
    format: "[>=1000]#,##0;#,##0.00",
  },
  {
    name: "yen have no decimals and are not yuan",
    currency: "JPY",
    decimals: 0,
    chinese: true,
    sign: "JP¥",
    format: '"JP¥"#,##0',
  },
  {
    name: "a currency without a sign is written by its code",
    currency: "CHF",
    decimals: 2,
    chinese: false,
    sign: "CHF ",
    format: '[>=1000]"CHF "#,##0;"CHF "#,##0.00',
  },
  {
    name: "a quote in a code cannot break the format",
    currency: 'X"Y',
    decimals: 2,
    chinese: false,
    sign: 'X"Y ',
    format: '[>=1000]"XY "#,##0;"XY "#,##0.00',
  },
])("$name", ({ currency, decimals, chinese, sign, format }) => {
  expect(moneyFormat(currency, decimals, chinese)).toMatchObject({ sign, numberFormat: format });
});

test("amounts below zero and differences carry their sign in the format itself", () => {
  expect(moneyFormat("CNY", 2, false)).toMatchObject({
    negativeFormat: '"¥"#,##0.00;-"¥"#,##0.00',
    gapFormat: '+"¥"#,##0;-"¥"#,##0;"¥"#,##0',
  });
});
