import { translator } from "../../src/i18n";
import { describeProblem } from "../../src/i18n/describeProblem";
import { tableOf } from "../support/tableOf";
import { en } from "../../src/i18n/en";
import { REJECT_REASONS } from "../../src/core/orders";
import { SHEET_FIELDS, type Cell, type RawSheet } from "../../src/core/tables";
import {
  FILE_PROBLEMS,
  NO_OVERRIDES,
  parseSettings,
  QUESTION_CODES,
  readCsv,
  readTables,
  SETTING_PROBLEMS,
  settingsFromSheet,
  type SourceOverrides,
} from "../../src/sources";

const keys = new Set<string>(Object.keys(en));
const missing = (wanted: readonly string[]) => wanted.filter((key) => !keys.has(key));

test("every kind, field, reason and code has its words", () => {
  const kinds = Object.keys(SHEET_FIELDS);
  const fields = Object.values(SHEET_FIELDS).flat();
  expect(
    missing([
      ...kinds.flatMap((kind) => [`sheetKind.${kind}`, `missingSheet.${kind}`]),
      ...fields.map((field) => `field.${field}`),
      ...[...REJECT_REASONS, "beforeWindow"].map((reason) => `reject.${reason}`),
      ...["taobao", "youzan", "shopify", "plain"].map((profile) => `profile.${profile}`),
      ...[...FILE_PROBLEMS, ...Object.keys(QUESTION_CODES)].map((code) => `file.${code}`),
      ...SETTING_PROBLEMS.map((code) => `settingProblem.${code}`),
    ]),
  ).toEqual([]);
});

const sheet = (name: string, rows: readonly (readonly Cell[])[]): RawSheet => ({
  file: "店铺.xlsx",
  name,
  rows,
  date1904: false,
});
const overrides: SourceOverrides = {
  sheets: { 定单: "orders" },
  columns: { 订单: { paid: "没有", severity: "客户ID" } },
};

/** Something of every kind that can be asked. */
const QUESTIONS = readTables(
  [
    sheet("订单", [
      ["客户ID", "付款时间", "金额(甲)", "金额(乙)"],
      ["A", "2025-01-03", 1, 2],
    ]),
    sheet("流水", [
      ["订单编号", "客户ID", "实付金额"],
      ["1", "A", 2],
    ]),
    sheet("天气", [
      ["城市", "天气"],
      ["杭州", "雨"],
    ]),
    sheet("名单", [["客户ID"], ["A"]]),
    sheet("数字", [
      [1, 2],
      [3, 4],
    ]),
    sheet("空表", []),
    sheet("客户", [["客户ID", "姓名", "手机"]]),
    sheet("客户评分", [["客户ID", "R"]]),
  ],
  overrides,
).questions;

const CONTRADICTION = {
  topShare: 0.9,
  bottomShare: 0.9,
  weights: { r: 0, f: 0, m: 0 },
  service: { opensAt: "18:00", closesAt: "09:00" },
  prediction: { lowShare: 0.6, highShare: 0.6 },
  programme: { shortGoals: "nps", longGoals: "nps" },
};
const SETTING_MISTAKES = [
  ...parseSettings({ windowDays: 0, unknown: 1, weights: 2, sheets: { A: "x" }, columns: { A: { y: "z" } } })
    .problems,
  ...parseSettings(CONTRADICTION).problems,
  ...parseSettings([]).problems,
  ...settingsFromSheet(
    tableOf(
      "settings",
      ["setting", "value"],
      [
        ["windowDays", "a year"],
        ["window dais", 30],
        ["bins", 5],
      ],
    ),
  ).problems,
];

test("the questions of this test cover nearly every code, the settings mistakes all of them", () => {
  const asked = new Set(QUESTIONS.map(({ code }) => code));
  // Two kinds that fit equally well do not come up with plain headings: its sentence is filled below.
  expect(Object.keys(QUESTION_CODES).filter((code) => !asked.has(code as never))).toEqual(["ambiguousKind"]);
  expect(
    [...SETTING_PROBLEMS].filter((code) => !SETTING_MISTAKES.some((problem) => problem.code === code)),
  ).toEqual([]);
});

test.each(["zh-CN", "en"] as const)("every problem makes a whole sentence in %s", (locale) => {
  const t = translator(locale);
  const end = locale === "en" ? /\.$/ : /。$/;
  const files = [new Uint8Array(0), Uint8Array.of(0x50, 0x4b, 3, 4), Uint8Array.of(97, 0, 98)].map(
    (bytes) => {
      const result = readCsv(bytes, "订单.csv");
      if (!("problem" in result)) throw new Error("was read");
      return result.problem;
    },
  );
  const kinds = {
    code: "ambiguousKind",
    holes: { place: "店铺.xlsx" },
    terms: { kinds: ["sheetKind.leads", "sheetKind.events"] },
  };
  for (const problem of [...QUESTIONS, ...files, kinds]) {
    expect(describeProblem(t, "file", problem)).toMatch(end);
  }
  for (const problem of SETTING_MISTAKES) expect(describeProblem(t, "settingProblem", problem)).toMatch(end);
});

test("lists of words are joined as each language does", () => {
  const kinds = {
    code: "ambiguousKind",
    holes: { place: "a.csv" },
    terms: { kinds: ["sheetKind.leads", "sheetKind.events"] },
  };
  expect(describeProblem(translator("zh-CN"), "file", kinds)).toContain("线索、活动");
  expect(describeProblem(translator("en"), "file", kinds)).toContain("Leads, Events");
});

test("a sheet without a date says so in the words of the reader", () => {
  const question = readTables(
    [
      sheet("流水", [
        ["订单编号", "客户ID", "实付金额"],
        ["1", "A", 2],
      ]),
    ],
    NO_OVERRIDES,
  ).questions[0];
  if (question === undefined) throw new Error("nothing asked");
  expect(describeProblem(translator("zh-CN"), "file", question)).toBe(
    "“店铺.xlsx / 流水”像是“订单”表，但缺少付款时间列；现有表头是：订单编号 | 客户ID | 实付金额。请补上该列，或在设置的 columns 里指定。这张表没有使用。",
  );
});
