import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "papaparse";
import { byFirstCell, call, column, table, type Cell } from "./excelHost";

const folder = join(__dirname, "../fixtures/mother-baby-shop");

interface Expected {
  readonly customers: Readonly<
    Record<
      string,
      {
        R: number;
        F: number;
        M: number;
        r: number;
        f: number;
        m: number;
        code: string;
        sum: number;
        tier: string;
        八类_均值: string;
        八类_中位数: string;
        last: string;
      }
    >
  >;
  readonly winback_calendar_months: readonly string[];
  readonly sla: Readonly<Record<string, { met: number; miss: number; pending: number; rate: number }>>;
  readonly channels: Readonly<
    Record<
      string,
      {
        CAC: number | null;
        客单价: number | null;
        ratio: number | null;
        conv: number | null;
        verdict: string;
      }
    >
  >;
  readonly completeness: { readonly rate: number };
  readonly high_tier_share: number;
}
const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;

/** Rows of a CSV file by heading, as text. */
function rowsOf(file: string): readonly Record<string, string>[] {
  const text = readFileSync(join(folder, file), "utf8").replace(/^\uFEFF/, "");
  return parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

const SERIAL_OF_1970 = 25_569;

/** What Excel makes of a cell when it opens the file: dates it knows become serials, digits a number. */
function opened(text: string): Cell {
  if (text === "") return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (date === null) return text;
  const [year, month, day, hours, minutes, seconds] = date.slice(1).map((part) => Number(part ?? 0));
  return (
    Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hours ?? 0, minutes ?? 0, seconds ?? 0) / 86_400_000 +
    SERIAL_OF_1970
  );
}

const asWritten = (text: string): Cell => text;
const orders = rowsOf("orders_taobao.csv");

/** The four ranges of the order sheet; the amount is what a formula 实付 − 退款 gives where there is a refund. */
function orderRanges(cell: (text: string) => Cell): unknown[][][] {
  const amounts = orders.map((row) => {
    const paid = row["买家实际支付金额"] ?? "";
    const refund = Number(row["退款金额"]);
    return refund > 0 ? Number(paid.replace(/[^\d.]/g, "")) - refund : cell(paid);
  });
  return [
    column(...orders.map((row) => cell(row["买家会员名"] ?? ""))),
    column(...orders.map((row) => cell(row["订单付款时间"] ?? ""))),
    column(...amounts),
    column(...orders.map((row) => cell(row["订单编号"] ?? ""))),
  ];
}

const AS_OF = 46_022;

describe.each([
  ["as text", asWritten],
  ["as Excel opens them", opened],
])("RFMSCORE over the shop's orders, cells %s", (_, cell) => {
  const [customers, dates, amounts, orderIds] = orderRanges(cell);
  const scored = table("RFMSCORE", customers, dates, amounts, AS_OF, orderIds);
  const rows = byFirstCell(scored);

  test.each(Object.entries(expected.customers))("%s", (id, figures) => {
    const row = rows.get(id) ?? [];
    expect(row.slice(1, 9)).toEqual([
      figures.R,
      figures.F,
      figures.M,
      figures.r,
      figures.f,
      figures.m,
      figures.code,
      figures.sum,
    ]);
    expect(row[10]).toBe(figures.tier);
  });

  test("every customer of the orders once, in order of first appearance", () => {
    const seen = [...new Set(orders.map((row) => (row["买家会员名"] ?? "").normalize("NFKC").trim()))];
    expect(scored.slice(1).map((row) => row[0])).toEqual(seen);
  });

  test("as-of date as text says the same", () => {
    expect(table("RFMSCORE", customers, dates, amounts, "2025-12-31", orderIds)).toEqual(scored);
  });

  test.each([
    ["eightMean", "八类_均值"],
    ["eightMedian", "八类_中位数"],
  ] as const)("SEGMENT %s names every customer as expected", (scheme, key) => {
    const part = (index: number) => column(...scored.slice(1).map((row) => row[index]));
    const segments = table("SEGMENT", part(1), part(2), part(3), scheme);
    const named = Object.fromEntries(scored.slice(1).map((row, index) => [row[0], segments[index]?.[0]]));
    const wanted = Object.fromEntries(Object.entries(expected.customers).map(([id, row]) => [id, row[key]]));
    expect(named).toEqual(wanted);
  });

  test("TIER over score, spend and recency gives the same tiers", () => {
    const keys = scored.slice(1).map((row) => [row[8], row[3], -Number(row[1]), row[2]]);
    expect(table("TIER", keys).map((row) => row[0])).toEqual(scored.slice(1).map((row) => row[10]));
  });

  test("SCORE over the columns gives the same scores", () => {
    const part = (index: number) => column(...scored.slice(1).map((row) => row[index]));
    const flat = (rows: Cell[][]) => rows.map((row) => row[0]);
    expect(flat(table("SCORE", part(1), 5, false))).toEqual(scored.slice(1).map((row) => row[4]));
    expect(flat(table("SCORE", part(2)))).toEqual(scored.slice(1).map((row) => row[5]));
    expect(flat(table("SCORE", part(3)))).toEqual(scored.slice(1).map((row) => row[6]));
  });

  test("high-value customers bring the expected share of spend", () => {
    const sum = (part: Cell[][]) => part.reduce((total, row) => total + Number(row[3]), 0);
    const body = scored.slice(1);
    expect(sum(body.filter((row) => row[10] === "高价值")) / sum(body)).toBeCloseTo(
      expected.high_tier_share,
      12,
    );
  });

  test("WINBACK lists who is due by calendar months", () => {
    const due = table("WINBACK", customers, dates, amounts, AS_OF);
    expect(
      due
        .slice(1)
        .map((row) => String(row[0]))
        .sort(),
    ).toEqual([...expected.winback_calendar_months].sort());
    for (const [id, last, days] of due.slice(1)) {
      const wanted = expected.customers[String(id)];
      expect({ id, last, days }).toEqual({ id, last: opened(wanted?.last ?? ""), days: wanted?.R });
    }
  });
});

describe("SLA over the shop's tickets", () => {
  const tickets = rowsOf("tickets.csv");
  const tier = (id: string) => expected.customers[id]?.tier;
  const of = (type: string) => tickets.filter((row) => row["类型"] === type);
  const highValue = tickets.filter((row) => tier(row["买家会员名"] ?? "") === "高价值");
  const clocks = [
    ["咨询2小时内响应", of("咨询"), "创建时间", "首次响应时间", 2],
    ["投诉24小时内解决", of("投诉"), "创建时间", "解决时间", 24],
    ["高价值客户响应≤2小时", highValue, "创建时间", "首次响应时间", 2],
    ["售后7天内回访(自解决时间)", of("售后"), "解决时间", "回访时间", 7 * 24],
  ] as const;

  test.each(clocks)("%s", (clock, rows, from, to, hours) => {
    const started = column(...rows.map((row) => opened(row[from] ?? "")));
    const finished = column(...rows.map((row) => opened(row[to] ?? "")));
    const { met, miss, pending, rate } = expected.sla[clock] ?? {};
    expect(table("SLA", started, finished, hours, "2025-12-31 18:00")).toEqual([
      ["达标", "超时", "未到期", "及时率"],
      [met, miss, pending, rate],
    ]);
  });
});

test("COMPLETENESS of the shop's customers", () => {
  const fields = ["姓名", "手机", "行业/消费场景", "产品偏好", "触达偏好"];
  const cells = rowsOf("customers.csv").map((row) => fields.map((field) => opened(row[field] ?? "")));
  expect(call("COMPLETENESS", cells, [["text", "phone", "text", "text", "text"]])).toBeCloseTo(
    expected.completeness.rate,
    12,
  );
});

test("CHANNELS of the shop", () => {
  const rows = rowsOf("channels.csv");
  const part = (field: string) => column(...rows.map((row) => opened(row[field] ?? "")));
  const result = byFirstCell(
    table("CHANNELS", part("渠道"), part("花费"), part("线索数"), part("新客数"), part("新客首期成交金额")),
  );
  expect(result.size).toBe(Object.keys(expected.channels).length);
  for (const [name, wanted] of Object.entries(expected.channels)) {
    const [, cac, orderValue, ratio, conversion, verdict] = result.get(name) ?? [];
    expect({ name, cac, orderValue, verdict }).toEqual({
      name,
      cac: wanted.CAC ?? "",
      orderValue: wanted.客单价 ?? "",
      verdict: wanted.verdict,
    });
    if (wanted.ratio === null) expect(ratio).toBe("");
    else expect(ratio).toBeCloseTo(wanted.ratio, 12);
    expect(conversion).toBeCloseTo(wanted.conv ?? NaN, 12);
  }
});

test("KPI judges the shop's completeness, complaints and high tier's share", () => {
  expect(table("KPI", 0.89, null, 0.95)).toEqual([["未达标", 0.95, expect.closeTo(-0.06, 12)]]);
  expect(table("KPI", 0.6667, null, 1)).toEqual([["未达标", 1, expect.closeTo(-0.3333, 12)]]);
  expect(table("KPI", 177.63, null, -0.3, "relative", "down")).toEqual([["缺基线", "", ""]]);
});
