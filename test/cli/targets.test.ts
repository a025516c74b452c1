import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCommandLine } from "../../src/cli/commandLine";
import { runReport } from "../../src/cli/report";
import type { Cell } from "../../src/core/tables";
import { translator, type Locale } from "../../src/i18n";
import { SHEET_IDS } from "../../src/reports/context";
import { readWorkbook } from "../../src/xlsx";

jest.setTimeout(120_000);

const FIXTURE = join(__dirname, "../fixtures/mother-baby-shop");
const FILES = ["orders_taobao", "customers", "tickets", "channels", "survey"].map((name) =>
  join(FIXTURE, `${name}.csv`),
);
const folder = mkdtempSync(join(tmpdir(), "tenure-targets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The targets file of each language, and a settings file with a mistake and a change. */
const TARGETS: Readonly<Record<Locale, string>> = {
  "zh-CN": [
    "KPI,基线值,基线期,目标值,方式,方向,截止日,负责人",
    "复购率,40%,2024年,25%,相对,提升,2026-06-30,林晓彤",
    "客户信息完善率,40%,2024年,25个百分点,百分点,提升,2026-06-30,林晓彤",
    "客户终身价值,,,35%,相对,提升,,周芳",
  ].join("\n"),
  en: [
    "KPI,Baseline,Baseline period,Target,Mode,Direction,Due,Owner",
    "Repeat rate,40%,2024,25%,relative,up,2026-06-30,Ann Lee",
    "Customer data completeness,0.4,2024,25 pp,points,up,2026-06-30,Ann Lee",
    "Customer lifetime value,,,35%,relative,up,,Bob Ray",
  ].join("\n"),
};
const SETTINGS: Readonly<Record<Locale, string>> = {
  "zh-CN": [
    "设置项,值",
    "重大失误上报时限（小时）,2 天",
    '路线图阶段（月）,"1, 4, 12"',
    "实施计划调整,每季度一场沙龙: -; 会员日: 20-24 市场",
  ].join("\n"),
  en: [
    "Setting,Value",
    '"Major failures to management, hours",2 days',
    '"Phases of the roadmap, months","1, 4, 12"',
    "Work plan changes,A salon every quarter: -; VIP day: 20-24 Marketing",
  ].join("\n"),
};

interface Made {
  readonly notes: readonly string[];
  readonly rowsOf: (sheet: string) => readonly (readonly Cell[])[];
  readonly names: readonly string[];
  readonly json: { readonly kpis: readonly Record<string, unknown>[] };
}

async function make(locale: Locale): Promise<Made> {
  const files = { targets: TARGETS, settings: SETTINGS };
  const own = Object.entries(files).map(([name, text]) => {
    const path = join(folder, `${name}-${locale}.csv`);
    writeFileSync(path, text[locale]);
    return path;
  });
  const out = join(folder, `report-${locale}.xlsx`);
  const json = join(folder, `report-${locale}.json`);
  const notes: string[] = [];
  const at = ["--as-of", "2025-12-31", "--now", "2025-12-31 18:00", "--lang", locale];
  await runReport(readCommandLine([...FILES, ...own, ...at, "--out", out, "--json", json]), {
    progress: { step: () => undefined, done: () => undefined },
    note: (text) => notes.push(text),
    print: () => undefined,
    clock: () => 0,
  });
  const read = readWorkbook(new Uint8Array(readFileSync(out)), "report.xlsx");
  if (!read.ok) throw new Error(read.failure);
  return {
    notes,
    rowsOf: (sheet) => read.sheets.find(({ name }) => name === sheet)?.rows ?? [],
    names: read.sheets.map(({ name }) => name),
    json: JSON.parse(readFileSync(json, "utf8")) as Made["json"],
  };
}

describe.each<{ locale: Locale; owner: string }>([
  { locale: "zh-CN", owner: "林晓彤" },
  { locale: "en", owner: "Ann Lee" },
])("from files to sheets, $locale", ({ locale, owner }) => {
  const t = translator(locale);
  let made: Made;
  beforeAll(async () => {
    made = await make(locale);
  });
  /** The cells of a KPI under the headings of the board. */
  const onBoard = (id: "repeatRate" | "completeness" | "clv") => {
    const rows = made.rowsOf(t("sheet.kpiBoard"));
    const head = rows.find((row) => row.includes(t("kpiBoard.column.note"))) ?? [];
    const row = rows.find((cells) => cells[1] === t(`kpi.${id}`)) ?? [];
    const under = (key: "value" | "baseline" | "target" | "gap" | "status" | "owner" | "note") =>
      row[head.indexOf(t(`kpiBoard.column.${key}`))] ?? null;
    return { value: Number(under("value")), under };
  };

  test("M1: five sheets, targets and settings make a report with every sheet they can fill", () => {
    const shown = SHEET_IDS.filter((id) => made.names.includes(t(`sheet.${id}`)));
    expect(shown).toEqual(
      expect.arrayContaining([
        "cover",
        "kpiBoard",
        "monthlyReport",
        "tierPortraits",
        "touchPlan",
        "plan",
        "settings",
      ]),
    );
    for (const id of shown)
      expect(
        made
          .rowsOf(t(`sheet.${id}`))
          .flat()
          .filter((cell) => cell !== null),
      ).not.toEqual([]);
  });

  test.each([
    { name: "M10: 40 % and 25 % relative is 50 %", id: "repeatRate", target: 0.5 },
    { name: "M10: 40 % and 25 points is 65 %", id: "completeness", target: 0.65 },
  ] as const)("$name", ({ id, target }) => {
    const { value, under } = onBoard(id);
    expect(under("baseline")).toBeCloseTo(0.4, 12);
    expect(under("target")).toBeCloseTo(target, 12);
    expect(under("gap")).toBeCloseTo(value - target, 12);
    expect(under("owner")).toBe(owner);
    expect(String(under("note"))).toContain("2024");
    expect(made.json.kpis.find((kpi) => kpi["id"] === id)).toMatchObject({
      targetValue: expect.closeTo(target, 12) as number,
      targetSource: "sheet",
    });
  });

  test("M10: without a baseline the cells say so, and never show a zero", () => {
    const { under } = onBoard("clv");
    expect(under("baseline")).toBeNull();
    expect(under("target")).toBe("+35.0%");
    expect(under("gap")).toBeNull();
    expect(String(under("status"))).toContain(t("kpiStatus.noBaseline"));
  });

  test("R1, R69: settings of the sheet move the plan", () => {
    const plan = made.rowsOf(t("sheet.plan"));
    const says = plan.flat().map(String).join("\n");
    expect(says).toContain(locale === "en" ? "middle: 2–4" : "中期为第 2～4 个月");
    expect(says).not.toContain(t("task.salons"));
    const own = plan.find((row) => row.includes(locale === "en" ? "VIP day" : "会员日")) ?? [];
    expect(own).toContain(t("post.marketing"));
  });

  test("a value that cannot be read is named with its cell, and the default holds", () => {
    expect(made.notes.join("\n")).toMatch(
      locale === "en"
        ? /Settings: cell settings-en.*!B2 \(programme\.majorHours\) cannot be “2 days”\. Allowed: > 0\./
        : /设置：单元格 settings-zh-CN.*!B2（programme\.majorHours）不能是“2 天”。可以写：> 0。/,
    );
    const service = made.rowsOf(t("sheet.serviceReview")).flat().map(String).join("\n");
    expect(service).toContain(locale === "en" ? "management within 2 hours" : "重大失误 2 小时内上报");
  });
});
