import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { analyseSheets } from "../../src/app/analyseSheets";
import { buildWorkbook } from "../../src/app/buildWorkbook";
import { freeSheetName, inputSheets } from "../../src/app/inputSheets";
import { maskAnalysis } from "../../src/app/maskAnalysis";
import { createPseudonyms } from "../../src/app/pseudonyms";
import { resultJson } from "../../src/app/resultJson";
import { dayOf, serialOfDay } from "../../src/core/math/day";
import type { Analysis } from "../../src/core/analysis";
import type { RawSheet } from "../../src/core/tables";
import { readCsv, type SettingsPart } from "../../src/sources";
import { SAMPLE_SEED, sampleShop } from "../../src/sample";

const FIXTURE = resolve(__dirname, "../fixtures/mother-baby-shop");
const fixture: readonly RawSheet[] = ["orders_taobao", "customers", "tickets", "channels", "survey"].map(
  (name) => {
    const read = readCsv(readFileSync(join(FIXTURE, `${name}.csv`)), `${name}.csv`);
    if ("problem" in read) throw new Error(read.problem.code);
    return read.sheet;
  },
);
const asked = { asOf: dayOf(2025, 12, 31), now: (dayOf(2025, 12, 31) * 24 + 18) * 3_600 };

function analysed(sheets: readonly RawSheet[]): Analysis {
  const { analysis } = analyseSheets(sheets, { settings: [asked] });
  if (analysis === null) throw new Error("no orders");
  return analysis;
}

/** Every text of a value, however deep. */
function texts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(texts);
}

describe("from sheets to one analysis", () => {
  test("without orders there is no analysis, and the questions say what is missing", () => {
    const found = analyseSheets([
      {
        file: "a.csv",
        name: "a",
        rows: [
          ["订单编号", "客户ID", "实付金额"],
          ["1", "甲", "10"],
        ],
        date1904: false,
      },
    ]);
    expect(found.analysis).toBeNull();
    expect(found.questions).toMatchObject([{ code: "missingColumns", kind: "orders" }]);
  });

  test("settings win in their order: sheet, then file, then command line", () => {
    const sheet: RawSheet = {
      file: "s.xlsx",
      name: "设置",
      rows: [
        ["设置", "值"],
        ["窗口天数", 100],
        ["分箱数", 4],
      ],
      date1904: false,
    };
    const { analysis } = analyseSheets([...fixture, sheet], { settings: [{ bins: 3 }, asked] });
    expect(analysis?.settings).toMatchObject({ windowDays: 100, bins: 3, asOf: asked.asOf });
  });

  test.each<{ name: string; rows: [string, string | number][]; stated: SettingsPart; code: string }>([
    {
      name: "weights of 0 in a sheet and a file",
      rows: [
        ["R权重", 0],
        ["F权重", 0],
      ],
      stated: { weights: { m: 0 } },
      code: "weightsAllZero",
    },
    {
      name: "shares in a sheet",
      rows: [
        ["高价值占比", 0.6],
        ["基础占比", 0.6],
      ],
      stated: {},
      code: "sharesAboveOne",
    },
    { name: "a share beside the default", rows: [["高价值占比", 0.9]], stated: {}, code: "sharesAboveOne" },
    {
      name: "opening after the default's close",
      rows: [["上班时间", "20:00"]],
      stated: {},
      code: "closesBeforeOpens",
    },
  ])(
    "settings that cannot stand together give a problem and no analysis: $name",
    ({ rows, stated, code }) => {
      const sheet: RawSheet = {
        file: "s.xlsx",
        name: "设置",
        rows: [["设置", "值"], ...rows],
        date1904: false,
      };
      const found = analyseSheets([...fixture, sheet], { settings: [stated] });
      expect(found.analysis).toBeNull();
      expect(found.settingConflicts.map((conflict) => conflict.code)).toEqual([code]);
    },
  );

  test("every sheet of the sample is recognised and every row accounted for", () => {
    for (const locale of ["zh-CN", "en"] as const) {
      const { analysis, questions } = analyseSheets(sampleShop({ seed: SAMPLE_SEED, locale }));
      expect(questions).toEqual([]);
      const counts = analysis?.quality.counts;
      const rejected = Object.values(counts?.rejected ?? {}).reduce((sum, count) => sum + count, 0);
      expect((counts?.used ?? 0) + (counts?.beforeWindow ?? 0) + rejected).toBe(counts?.rawRows);
      expect(analysis?.movement?.moves.length).toBeGreaterThan(10);
      expect(analysis?.lists.unpaidReminders.map(({ state }) => state)).toEqual(
        expect.arrayContaining(["due", "overdue"]),
      );
      for (const clock of Object.values(analysis?.service?.clocks ?? {})) {
        expect(clock.met).toBeGreaterThan(0);
        expect(clock.missed).toBeGreaterThan(0);
      }
      expect(analysis?.service?.clocks.enquiry2h.pending).toBeGreaterThan(0);
      expect(analysis?.service?.clocks.complaint24h.pending).toBeGreaterThan(0);
    }
  });
});

describe("the JSON of an analysis", () => {
  const analysis = analysed(fixture);

  test("is JSON: no undefined, no NaN, dates as text", () => {
    const json = resultJson(analysis);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json).toMatchObject({ asOf: "2025-12-31", now: "2025-12-31 18:00" });
  });

  test("predictions stand with each customer and at the top, money in major units", () => {
    const { predictions, customers } = analysis;
    const at = customers[0]?.bookIndex ?? -1;
    expect(resultJson(analysis)).toMatchObject({
      customers: expect.arrayContaining([
        expect.objectContaining({
          id: customers[0]?.id,
          churnRisk: predictions?.risk[at],
          churnLow: predictions?.low[at],
          churnHigh: predictions?.high[at],
          churnBand: predictions?.bands[at],
          clv: predictions?.value?.clv[at],
          clvLow: predictions?.value?.clvLow[at],
          clvHigh: predictions?.value?.clvHigh[at],
          expectedOrders: predictions?.value?.expectedOrders[at],
        }),
      ]) as unknown,
      predictionGap: null,
      forecast: { notCovered: ["newCustomers", "prices", "promotions", "seasons"] },
      backtest: { horizonDays: 90, verdict: "tooLittleData", customers: 20 },
      modelFit: { risk: { horizonDays: 90 }, value: { months: 12, period: "day" } },
    });
    const forecast = (
      resultJson(analysis) as { forecast: { rows: { horizonDays: number; tier: string | null }[] } }
    ).forecast;
    expect(forecast.rows.filter(({ tier }) => tier === null).map(({ horizonDays }) => horizonDays)).toEqual([
      30, 90, 365,
    ]);
  });

  test("where nothing can be predicted everything is null and the gap says why", () => {
    const { rows = [], ...rest } = fixture.find(({ name }) => name.startsWith("orders")) ?? {};
    const few = analysed([
      { file: "orders.csv", name: "orders", date1904: false, ...rest, rows: rows.slice(0, 8) },
    ]);
    const json = resultJson(few) as { customers: Record<string, unknown>[] } & Record<string, unknown>;
    expect(json).toMatchObject({
      predictionGap: "tooFewCustomers",
      forecast: null,
      backtest: null,
      modelFit: null,
    });
    for (const customer of json.customers) {
      expect(customer).toMatchObject({ churnRisk: null, churnBand: null, clv: null, expectedOrders: null });
    }
  });

  test("customers outside the base have null for scores, never 0", () => {
    const early = analysed([
      {
        file: "o.csv",
        name: "o",
        rows: [
          ["客户ID", "付款时间", "实付金额"],
          ["甲", "2020-01-01", 10],
          ["乙", "2025-06-01", 10],
        ],
        date1904: false,
      },
    ]);
    expect(resultJson(early)).toMatchObject({
      customers: [
        {
          id: "甲",
          daysSinceLastOrder: 2191,
          r: null,
          f: null,
          m: null,
          code: null,
          score: null,
          rank: null,
        },
        { id: "乙", r: expect.any(Number) as number, tier: null },
      ],
    });
  });
});

describe("masking", () => {
  const analysis = analysed(fixture);
  const people = /tb_user|客户\d\d|1380000\d{4}/;

  test("none changes nothing", () => {
    expect(maskAnalysis(analysis, "none", createPseudonyms(false))).toBe(analysis);
  });

  test("full leaves nobody anywhere in the analysis", () => {
    expect(texts(analysis).some((text) => people.test(text))).toBe(true);
    const masked = maskAnalysis(analysis, "full", createPseudonyms(true));
    expect(texts(masked).filter((text) => people.test(text))).toEqual([]);
  });

  test.each(["partial", "full"] as const)("%s: phones and addresses go from free text, too", (level) => {
    const raw = (name: string, rows: RawSheet["rows"]): RawSheet => ({
      file: "13800138000.xlsx",
      name,
      rows,
      date1904: false,
    });
    const sheets = [
      raw("订单 13800138000", [
        ["订单编号", "客户ID", "付款时间", "实付金额"],
        ["13800138999", "甲", "2025-06-01", 10],
        ["2", "甲", "问 13800138000", 10],
      ]),
      raw("客户", [
        ["客户ID", "姓名", "手机", "行业", "需求"],
        ["甲", "张三", "13800138000", "母婴", "回电13800138000"],
      ]),
      raw("工单", [
        ["工单号", "客户ID", "类型", "创建时间", "首次响应时间", "解决时间", "原因"],
        ["1", "甲", "投诉", "2025-06-01 09:00", "问ann@x.com", "2025-06-01 10:00", "写信到ann@x.com"],
      ]),
      raw("流失挽回", [
        ["客户ID", "判定流失日", "原因", "挽回动作", "负责人", "截止日", "结果"],
        ["甲", "2025-09-01", "打13800138000没人接", "写信到ann@x.com", "小张", "2025-09-10", "未挽回"],
      ]),
      raw("培训", [
        ["模块", "岗位", "课时", "计划日", "完成日"],
        ["投诉处理（报名13800138000）", "客服 ann@x.com", 4, "2025-09-01", ""],
      ]),
      raw("杂项", [
        ["13800138000", "ann@x.com"],
        ["a", "b"],
      ]),
    ];
    const reaches = /13800138000|ann@x/;
    const found = analyseSheets(sheets);
    if (found.analysis === null) throw new Error("no orders");
    expect(JSON.stringify(resultJson(found.analysis))).toMatch(reaches);
    const masked = maskAnalysis(found.analysis, level, createPseudonyms(level === "full"));
    expect(JSON.stringify(resultJson(masked))).not.toMatch(reaches);
    const copied = inputSheets(sheets, found.tables, [], level, createPseudonyms(level === "full"));
    expect(JSON.stringify(copied.sheets)).not.toMatch(reaches);
    // An order number is no phone, even where it looks like one.
    expect(JSON.stringify(copied.sheets)).toContain("13800138999");
  });

  test("full keeps customers apart, and the same customer the same", () => {
    const masked = maskAnalysis(analysis, "full", createPseudonyms(true));
    const ids = masked.customers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(analysis.customers.length);
    const plain = analysis.lists.winBack.map(({ customerId }) => customerId);
    const positions = plain.map((id) => analysis.customers.findIndex((customer) => customer.id === id));
    expect(masked.lists.winBack.map(({ customerId }) => ids.indexOf(customerId))).toEqual(positions);
  });

  test("figures stay as they are", () => {
    const masked = maskAnalysis(analysis, "full", createPseudonyms(true));
    expect(masked.kpis).toEqual(analysis.kpis);
    expect(masked.customers.map(({ netSpend, tier }) => [netSpend, tier])).toEqual(
      analysis.customers.map(({ netSpend, tier }) => [netSpend, tier]),
    );
  });

  test("tiers with fewer than five people show no detail, others do", () => {
    const masked = maskAnalysis(analysis, "partial", createPseudonyms(false));
    const tier = (id: string) => masked.portraits.find((portrait) => portrait.tier === id);
    expect(tier("high")).toMatchObject({
      customers: 4,
      topCategories: [],
      repeatRate: null,
      netPerCustomer: null,
    });
    expect(tier("medium")?.topCategories.length).toBeGreaterThan(0);
  });

  test.each([
    ["an id that is an e-mail address", "a.b@example.com"],
    ["an id that is a phone number", "13800138000"],
    ["an id that is a phone number with its country", "+1 503 555 0101"],
  ])("partial replaces %s", (_, id) => {
    expect(createPseudonyms(false).of(id)).toBe("****0001");
    expect(createPseudonyms(false).of("tb_user01")).toBe("tb_user01");
  });
});

describe("the copy of the input", () => {
  const sheet = (name: string, rows: RawSheet["rows"], date1904 = false): RawSheet => ({
    file: "in.xlsx",
    name,
    rows,
    date1904,
  });
  const orders = sheet("订单", [
    ["导出于 2025-12-31", null, null, null],
    ["客户ID", "付款时间", "实付金额", "收货地址"],
    ["甲", 45_000.5, 10, "某路 1 号"],
    ["乙", 45_010, 20, "某路 2 号"],
  ]);

  function copied(raw: RawSheet, mask: "none" | "partial") {
    const found = analyseSheets([raw]);
    if (found.analysis === null) throw new Error("no orders");
    const built = buildWorkbook(found.analysis, {
      locale: "zh-CN",
      mask,
      copied: { rawSheets: [raw], tables: found.tables },
    });
    return { model: built.model.sheets.at(-1), renamed: built.renamed, styles: built.model.styles };
  }

  test("keeps every row where it was, in styles that the workbook has", () => {
    const { model, renamed, styles } = copied(orders, "none");
    expect(model?.name).toBe("订单");
    expect(renamed).toEqual([]);
    expect(model?.blocks.flatMap(({ values }) => values)).toEqual(orders.rows);
    for (const block of model?.blocks ?? [])
      for (const style of block.style.of === "columns" ? block.style.styles : [])
        expect(styles).toHaveProperty(style);
  });

  test("takes another name where the report or another input has it", () => {
    const found = analyseSheets([orders, { ...orders, file: "other.xlsx" }]);
    const { sheets, renamed } = inputSheets(
      [orders, { ...orders, file: "other.xlsx" }],
      found.tables,
      ["封面", "订单"],
      "none",
      createPseudonyms(false),
    );
    expect(sheets.map(({ name }) => name)).toEqual(["订单 (2)", "订单 (3)"]);
    expect(renamed.map(({ file, name }) => [file, name])).toEqual([
      ["in.xlsx", "订单 (2)"],
      ["other.xlsx", "订单 (3)"],
    ]);
  });

  test("shows serials as dates", () => {
    const { model, styles } = copied(orders, "none");
    const body = model?.blocks[1]?.style;
    const style = body?.of === "columns" ? body.styles[1] : "";
    expect(styles[style ?? ""]?.numberFormat).toBe("yyyy-mm-dd hh:mm");
  });

  test("serials that count from 1904 come to count from 1900", () => {
    const old = sheet(
      "o",
      [
        ["客户ID", "付款时间", "实付金额"],
        ["甲", 44_000, 10],
      ],
      true,
    );
    const { model } = copied(old, "none");
    expect(model?.blocks[1]?.values[0]?.[1]).toBe(44_000 + serialOfDay(0) - serialOfDay(0, true));
  });

  test("masked: only recognised columns, nothing above the headings, rows still in place", () => {
    const { model } = copied(orders, "partial");
    expect(model?.blocks.flatMap(({ values }) => values)).toEqual([
      [null, null, null],
      ["客户ID", "付款时间", "实付金额"],
      ["甲", 45_000.5, 10],
      ["乙", 45_010, 20],
    ]);
  });

  test.each([
    ["a free name stays", "订单", [], "订单"],
    ["signs that Excel refuses go", "a/b:c*d", [], "a b c d"],
    ["names are compared without case", "Orders", ["orders"], "Orders (2)"],
    ["the third of a name", "x", ["x", "x (2)"], "x (3)"],
    ["long names are cut to 31 characters", "n".repeat(40), [], "n".repeat(31)],
    ["long names keep their number", "n".repeat(40), ["n".repeat(31)], `${"n".repeat(27)} (2)`],
    ["nothing left of a name", "'''", [], "Sheet"],
  ])("%s", (_, wanted, taken, name) => {
    expect(freeSheetName(wanted, new Set(taken))).toBe(name);
  });
});
