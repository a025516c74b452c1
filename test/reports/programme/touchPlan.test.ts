import type { Analysis } from "../../../src/core/analysis";
import { dayOf, serialOfDay } from "../../../src/core/math/day";
import type { RawSheet } from "../../../src/core/tables";
import { buildReport } from "../../../src/reports";
import { maskAnalysis } from "../../../src/app/maskAnalysis";
import { createPseudonyms } from "../../../src/app/pseudonyms";
import { resultJson } from "../../../src/app/resultJson";
import { analysisOf, fixtureSheets } from "../../support/analyseFiles";
import { cellsOf } from "../../support/modelChecks";

const AS_OF = dayOf(2025, 12, 31);

/** What the shop has done so far; the other sheets are those of the fixture. */
const TOUCHES: RawSheet = {
  file: "touches.csv",
  name: "触达记录",
  date1904: false,
  rows: [
    ["客户ID", "计划日", "实际日", "渠道", "活动", "是否送达", "是否响应"],
    ["tb_user01", "2025-12-15", "2025-12-15", "电话", "专属回访", "是", "是"],
    ["tb_user02", "2025-11-20", "2025-11-20", "电话", "专属回访", "是", "否"],
    ["tb_user03", "2025-12-20", "2025-12-20", "微信", "新品动态", "是", "否"],
  ],
};

function planned(): Analysis {
  return analysisOf([...fixtureSheets("mother-baby-shop"), TOUCHES], { asOf: AS_OF });
}

/** The lines of the plan's table, by heading. */
function linesOf(analysis: Analysis, locale: "zh-CN" | "en"): readonly Readonly<Record<string, unknown>>[] {
  const sheet = buildReport(analysis, locale).sheets.find(({ id }) => id === "touchPlan");
  const range = sheet?.tables.find(({ name }) => name === "TouchPlan")?.range;
  if (sheet === undefined || range === undefined) throw new Error("no plan");
  const at = new Map(cellsOf(sheet).map(({ row, column, value }) => [`${row} ${column}`, value]));
  const cell = (row: number, column: number) => at.get(`${row} ${range.column + column}`) ?? null;
  const heads = Array.from({ length: range.columns }, (_, column) => String(cell(range.row, column)));
  return Array.from({ length: range.rows - 1 }, (_, line) =>
    Object.fromEntries(heads.map((head, column) => [head, cell(range.row + 1 + line, column)])),
  );
}

describe("M9: the touch plan by tier, with owners, from files to sheets", () => {
  const analysis = planned();
  const lines = linesOf(analysis, "zh-CN");
  const tierOf = new Map(analysis.customers.map(({ id, tier }) => [id, tier]));

  test("R26, R46: everybody with a tier is in it once, with the touch of the tier", () => {
    const tiered = analysis.customers.filter(({ tier }) => ["high", "medium", "basic"].includes(tier));
    expect(lines.map((line) => line["客户ID"] ?? line["客户"]).sort()).toEqual(
      tiered.map(({ id }) => id).sort(),
    );
    const wanted = { high: "专属服务回访", medium: "产品动态推送", basic: "优惠券发放" } as const;
    for (const line of lines) {
      const tier = tierOf.get(String(line["客户ID"] ?? line["客户"]));
      expect(line["触达内容"]).toBe(wanted[tier as keyof typeof wanted]);
    }
  });

  test("R31: who is responsible is the owner of the customer sheet", () => {
    const owners = new Map(analysis.customers.map(({ id, record }) => [id, record?.owner ?? ""]));
    for (const line of lines) {
      const id = String(line["客户ID"] ?? line["客户"]);
      const owner = owners.get(id) ?? "";
      expect(line["负责人"]).toBe(owner !== "" ? owner : tierOf.get(id) === "high" ? "待指定" : "团队");
    }
    expect(lines.some((line) => line["负责人"] !== "团队" && line["负责人"] !== "待指定")).toBe(true);
  });

  test("days due follow the last touch of that kind and the rhythm that asks sooner", () => {
    for (const { row, touch, lastOn } of analysis.programme.relationship.touchPlan) {
      const line = lines.find((one) => (one["客户ID"] ?? one["客户"]) === row.id);
      expect([row.id, line?.["到期日"]]).toEqual([row.id, serialOfDay(touch.dueOn)]);
      expect(line?.["上次触达"]).toBe(lastOn === null ? null : serialOfDay(lastOn));
      if (lastOn === null) expect(touch.dueOn).toBe(AS_OF);
    }
  });

  test("R26, R54: what is overdue comes first, and the columns people fill in are empty", () => {
    const states = lines.map((line) => String(line["状态"]).slice(0, 2));
    expect(states).toEqual([...states].sort((one, other) => rank(one) - rank(other)));
    for (const line of lines) {
      expect([line["代办人"], line["跟进结果"], line["备注"]]).toEqual([null, null, null]);
    }
  });

  test("the JSON carries the same plan", () => {
    const { lists } = resultJson(analysis) as unknown as {
      lists: { touchPlan: readonly { customerId: string; tier: string; action: string; owner: string }[] };
    };
    expect(lists.touchPlan.map(({ customerId }) => customerId)).toEqual(
      lines.map((line) => line["客户ID"] ?? line["客户"]),
    );
    for (const { customerId, tier } of lists.touchPlan) expect(tier).toBe(tierOf.get(customerId));
  });

  test("M12: the same plan in English", () => {
    const english = linesOf(analysis, "en");
    expect(english).toHaveLength(lines.length);
    expect(english.map((line) => line["Touch"])).toContain("Personal service visit");
  });
});

describe("R47: how channels are answered stands on the market sheet", () => {
  /** 30 mails of which 3 are answered, 30 calls of which 12 are. */
  const many: RawSheet = {
    ...TOUCHES,
    rows: [
      ...TOUCHES.rows.slice(0, 1),
      ...Array.from({ length: 60 }, (_, index) => [
        `tb_user${String(1 + (index % 20)).padStart(2, "0")}`,
        "2025-12-01",
        "2025-12-01",
        index < 30 ? "邮件" : "电话",
        "",
        "是",
        index % 30 < (index < 30 ? 3 : 12) ? "是" : "否",
      ]),
    ],
  };
  const said = (touches: RawSheet, reportScope: "full" | "compact") => {
    const analysis = analysisOf([...fixtureSheets("mother-baby-shop"), touches], {
      asOf: AS_OF,
      reportScope,
    });
    const sheet = buildReport(analysis, "zh-CN").sheets.find(({ id }) => id === "touchPlan");
    const cell = sheet && cellsOf(sheet).find(({ value }) => String(value).startsWith("窗口内送达"));
    const target = sheet?.links.find(
      ({ row, column }) => row === cell?.row && column === cell.column,
    )?.target;
    return { text: cell?.value, target };
  };

  test("the plan names the best and the worst, and leads there", () => {
    expect(said(many, "full")).toEqual({
      text: "窗口内送达 60 次，响应率 25.0%。响应最高：电话（40.0%）；最低：邮件（10.0%）。各渠道、月份与层级的响应见「经营对标」。",
      target: { sheet: "经营对标", cell: "A1" },
    });
  });

  test("where the report has no such sheet, it says as much and leads nowhere", () => {
    expect(said(many, "compact")).toEqual({
      text: "窗口内送达 60 次，响应率 25.0%。响应最高：电话（40.0%）；最低：邮件（10.0%）。",
      target: undefined,
    });
  });

  test("three touches compare no channels", () => {
    expect(said(TOUCHES, "compact").text).toBe(
      "窗口内送达 3 次，响应率 33.3%。各渠道送达太少，还比不出高低。",
    );
  });
});

const STATES = ["逾期", "到期", "未到", "暂缓"];
function rank(state: string): number {
  return STATES.indexOf(state);
}

test("a masked copy of the three sheets names nobody", () => {
  const analysis = planned();
  const masked = maskAnalysis(analysis, "full", createPseudonyms(true));
  const secrets = analysis.customers.flatMap(({ id, record }) =>
    [id, record?.name ?? "", record?.phone ?? ""].filter((text) => text.length > 1),
  );
  for (const locale of ["zh-CN", "en"] as const) {
    const sheets = buildReport(masked, locale).sheets.filter(({ id }) =>
      ["relationships", "opportunities", "touchPlan"].includes(id),
    );
    expect(sheets).toHaveLength(3);
    const shown = new Set(sheets.flatMap((sheet) => cellsOf(sheet).map(({ value }) => String(value))));
    expect(secrets.filter((secret) => shown.has(secret))).toEqual([]);
  }
  const text = JSON.stringify(resultJson(masked));
  expect(secrets.filter((secret) => text.includes(`"${secret}"`))).toEqual([]);
});

describe("without the sheets that feed them the three sheets still come", () => {
  const orders = fixtureSheets("mother-baby-shop").filter(({ name }) => name.startsWith("orders"));
  const report = buildReport(analysisOf(orders, { asOf: AS_OF }), "zh-CN");
  const textOf = (id: string) => {
    const sheet = report.sheets.find((one) => one.id === id);
    if (sheet === undefined) throw new Error(id);
    return cellsOf(sheet)
      .map(({ value }) => value)
      .filter((value) => typeof value === "string")
      .join("\n");
  };

  test.each([
    { sheet: "touchPlan", says: "触达记录表" },
    { sheet: "opportunities", says: "负责人列" },
    { sheet: "opportunities", says: "会员号列" },
  ])("$sheet names what would bring more: $says", ({ sheet, says }) => {
    expect(textOf(sheet)).toContain(says);
  });
});
