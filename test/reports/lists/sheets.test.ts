import type { Analysis } from "../../../src/core/analysis/types";
import { dayOf, SECONDS_PER_DAY, serialOfDay } from "../../../src/core/math/day";
import type { ClockId, SlaItem } from "../../../src/core/service/types";
import type { Cell, RawSheet } from "../../../src/core/tables";
import { translator, type Locale, type MessageKey } from "../../../src/i18n";
import { buildReport, type SheetModel } from "../../../src/reports";
import type { SheetId } from "../../../src/reports/context";
import type { CellValue } from "../../../src/reports/model/workbookModel";
import { SAMPLE_SEED, sampleShop } from "../../../src/sample";
import { analysisOf, fixtureSheets } from "../../support/analyseFiles";
import { cellsOf } from "../../support/modelChecks";
import { motherBabyExpected } from "../../support/motherBabyShop";

const LOCALES: readonly Locale[] = ["zh-CN", "en"];
const zh = translator("zh-CN");
const en = translator("en");

const FIXTURE_DAY = { asOf: dayOf(2025, 12, 31), now: dayOf(2025, 12, 31) * SECONDS_PER_DAY + 18 * 3600 };
const expected = motherBabyExpected();
const fixture = analysisOf(fixtureSheets("mother-baby-shop"), FIXTURE_DAY);
const sample = analysisOf(sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" }));

function find(analysis: Analysis, locale: Locale, id: SheetId): SheetModel | undefined {
  return buildReport(analysis, locale).sheets.find((sheet) => sheet.id === id);
}

function sheetOf(analysis: Analysis, locale: Locale, id: SheetId): SheetModel {
  const found = find(analysis, locale, id);
  if (!found) throw new Error(`no sheet ${id}`);
  return found;
}

/** Rows of a table of a sheet, each by its headings. */
function tableOf(sheet: SheetModel, name: string): readonly ReadonlyMap<CellValue, CellValue>[] {
  const range = sheet.tables.find((table) => table.name === name)?.range;
  if (!range) throw new Error(`no table ${name}`);
  const grid = new Map(cellsOf(sheet).map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
  const line = (row: number) =>
    Array.from({ length: range.columns }, (_, index) => grid.get(`${row} ${range.column + index}`) ?? null);
  const heads = line(range.row);
  return Array.from({ length: range.rows - 1 }, (_, index) => {
    const values = line(range.row + 1 + index);
    return new Map(heads.map((head, at) => [head, values[at] ?? null]));
  });
}

const texts = (sheet: SheetModel) =>
  cellsOf(sheet).flatMap(({ value }) => (typeof value === "string" ? [value] : []));

describe("the customer scores of the fixture shop", () => {
  const rows = tableOf(sheetOf(fixture, "zh-CN", "customerScores"), "CustomerScores");
  const bins = { bins: 5 };

  test.each(Object.entries(expected.customers))("%s has the figures of expected.json", (id, customer) => {
    const row = rows.find((line) => line.get("客户ID") === id);
    const serial = (iso: string) => {
      const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
      return serialOfDay(dayOf(year, month, day));
    };
    expect(
      Object.fromEntries(
        (
          [
            "scores.days",
            "scores.orders",
            "scores.net",
            "scores.r",
            "scores.f",
            "scores.m",
            "scores.code",
            "scores.score",
            "scores.tier",
            "scores.lastDay",
            "scores.firstDay",
          ] satisfies MessageKey[]
        ).map((key) => [key, row?.get(zh(key, bins))]),
      ),
    ).toEqual({
      "scores.days": customer.R,
      "scores.orders": customer.F,
      "scores.net": customer.M,
      "scores.r": customer.r,
      "scores.f": customer.f,
      "scores.m": customer.m,
      "scores.code": customer.code,
      "scores.score": customer.sum,
      "scores.tier": customer.tier,
      "scores.lastDay": serial(customer.last),
      "scores.firstDay": serial(customer.first),
    });
  });

  test("ranks never fall back, and customers without one come last", () => {
    const ranks = tableOf(sheetOf(sample, "zh-CN", "customerScores"), "CustomerScores").map((row) =>
      row.get("名次"),
    );
    expect(ranks).toHaveLength(sample.customers.length);
    const unranked = ranks.indexOf(null);
    expect(unranked).toBe(sample.rfm.baseCount);
    expect(ranks.slice(unranked).every((rank) => rank === null)).toBe(true);
    const ranked = ranks.slice(0, unranked) as number[];
    expect(ranked).toEqual([...ranked].sort((a, b) => a - b));
  });

  test("a very large table leaves the monthly orders out, and the card says so", () => {
    const [model] = sample.customers;
    if (!model) throw new Error("no customers");
    const many: Analysis = {
      ...sample,
      customers: Array.from({ length: 10_001 }, (_, index) => ({
        ...model,
        id: `c${index}`,
        key: `c${index}`,
      })),
    };
    const scores = sheetOf(many, "en", "customerScores");
    expect(texts(scores).some((text) => /^Orders \d{4}-\d\d$/.test(text))).toBe(false);
    const card = sheetOf(many, "en", "customerCard");
    expect(texts(card)).toContain(en("card.monthsLeftOut"));
    expect(card.charts).toEqual([]);
  });
});

describe("the win-back list", () => {
  test("names the fixture's silent customers, those on hold last and with their reason", () => {
    const rows = tableOf(sheetOf(fixture, "en", "winBack"), "WinBack");
    expect(rows.map((row) => row.get("Customer")).sort()).toEqual(
      [...expected.winback_calendar_months].sort(),
    );
    const held = rows.map((row) => row.get("State") === "On hold");
    expect(held).toEqual([...held].sort());
    expect(held.filter(Boolean)).toHaveLength(2);
    for (const row of rows) {
      const onHold = row.get("State") === "On hold";
      expect(row.get("Why on hold") !== "").toBe(onHold);
      expect(row.get("Suggested offer") === "").toBe(onHold);
    }
  });

  test("each part is sorted by the value at risk, and the sentence adds up those to contact", () => {
    const sheet = sheetOf(sample, "zh-CN", "winBack");
    const rows = tableOf(sheet, "WinBack");
    for (const state of ["待联系", "暂缓"]) {
      const values = rows
        .filter((row) => row.get("状态") === state)
        .map((row) => Number(row.get("风险价值")));
      expect(values.length).toBeGreaterThan(0);
      expect(values).toEqual([...values].sort((a, b) => b - a));
    }
    const due = rows.filter((row) => row.get("状态") === "待联系");
    const total = due.reduce((sum, row) => sum + Number(row.get("风险价值")), 0);
    const [finding] = cellsOf(sheet).filter(({ style }) => style === "finding");
    expect(finding?.value).toContain(`${due.length} 位客户`);
    expect(finding?.value).toContain(`¥${total.toLocaleString("zh-CN", { maximumFractionDigits: 0 })}`);
  });

  test("the drop-down for results stands on the result column, which is the last one printed", () => {
    for (const locale of LOCALES) {
      const sheet = sheetOf(fixture, locale, "winBack");
      const head = cellsOf(sheet).find(({ value }) => value === translator(locale)("followUp.result"));
      const [validation] = sheet.validations;
      expect(validation?.range).toMatchObject({ column: head?.column, row: (head?.row ?? 0) + 1, rows: 8 });
      expect(sheet.print.area?.columns).toBe((head?.column ?? 0) + 1);
    }
  });
});

describe("the unpaid reminders", () => {
  test("list the fixture's one order that waits, with its own deadline", () => {
    const [row, ...others] = tableOf(sheetOf(fixture, "en", "unpaid"), "UnpaidReminders");
    expect(others).toEqual([]);
    expect(row?.get("Customer")).toBe("tb_user13");
    expect(row?.get("Amount")).toBe(320);
    expect(Number(row?.get("Reminder due")) - Number(row?.get("Ordered at"))).toBeCloseTo(1, 8);
    expect(row?.get("State")).toBe("Due …");
  });
});

describe("the channels of the fixture shop", () => {
  const sheet = sheetOf(fixture, "zh-CN", "channels");
  const rows = tableOf(sheet, "Channels");

  test.each(Object.entries(expected.channels))("%s", (channel, figures) => {
    const row = rows.find((line) => line.get("渠道") === channel);
    const close = (value: number | null) => (value === null ? null : (expect.closeTo(value, 10) as number));
    expect({
      CAC: row?.get("获客成本"),
      客单价: row?.get("新客客单价"),
      ratio: row?.get("成本 ÷ 客单价"),
      conv: row?.get("线索转化率"),
    }).toEqual({
      CAC: close(figures.CAC),
      客单价: close(figures.客单价),
      ratio: close(figures.ratio),
      conv: close(figures.conv),
    });
    // A verdict is a word and a sign, never colour alone.
    expect(row?.get("结论")).toMatch(new RegExp(`^${figures.verdict} [▲▼–]$`));
  });

  test("the cards hold cost, new customers and the share of referrals", () => {
    const card = (style: string) =>
      cellsOf(sheet).filter((cell) => cell.style === style && cell.value !== null);
    expect(card("cardMoney")[0]?.value).toBeCloseTo(expected.channels_blended_CAC, 10);
    expect(card("cardPercent")[0]?.value).toBeCloseTo(expected.new_by_referral_share, 10);
    expect(texts(sheet)).toContain(zh("channels.costedOnly", { missing: 10 }));
  });

  test("the preferred come first, those of unknown cost last; the chart leaves the latter out", () => {
    expect(rows[0]?.get("结论")).toBe("优先投放 ▲");
    expect(rows.at(-1)?.get("结论")).toBe("成本缺失 –");
    expect(sheet.charts[0]?.series[0]?.values.range.rows).toBe(4);
  });
});

describe("the service sheet of the fixture shop", () => {
  const sheet = sheetOf(fixture, "zh-CN", "serviceSla");

  test("has the four clocks of expected.json, on both calendars", () => {
    const clocks = tableOf(sheet, "SlaClocks").filter((row) => row.get("计时方式") === "自然时间");
    expect(
      clocks.map((row) => [row.get("达标"), row.get("超时"), row.get("未到期"), row.get("及时率")]),
    ).toEqual(Object.values(expected.sla).map(({ met, miss, pending, rate }) => [met, miss, pending, rate]));
    expect(tableOf(sheet, "SlaClocks")).toHaveLength(8);
  });

  test("lists what is missed or running, open tickets first and then the newest", () => {
    const items = tableOf(sheet, "SlaItems");
    expect(items.filter((row) => row.get("状态") === "超时 ▼")).toHaveLength(4);
    expect(items.filter((row) => row.get("状态") === "未到期 …")).toHaveLength(4);
    const closed = items.map((row) => row.get("完成") !== null);
    expect(closed).toEqual([...closed].sort());
    for (const open of [true, false]) {
      const starts = items
        .filter((row) => (row.get("完成") === null) === open)
        .map((row) => Number(row.get("开始")));
      expect(starts).toEqual([...starts].sort((a, b) => b - a));
    }
  });

  test("complaints without a reason are no chart but a sentence", () => {
    expect(texts(sheet)).toContain(zh("sla.noReasons"));
    expect(sheet.charts).toEqual([]);
    expect(sheetOf(sample, "zh-CN", "serviceSla").charts).toHaveLength(1);
  });

  test("very many late tickets are cut, and a line says how many there are", () => {
    const [item] = fixture.service?.items ?? [];
    if (!item || !fixture.service) throw new Error("no items");
    const items: SlaItem[] = Array.from({ length: 1_234 }, (_, index) => ({
      ...item,
      ticketId: `T${index}`,
      startedAt: item.startedAt + index * 60,
    }));
    const long = sheetOf({ ...fixture, service: { ...fixture.service, items } }, "en", "serviceSla");
    expect(tableOf(long, "SlaItems")).toHaveLength(300);
    expect(tableOf(long, "SlaItems")[0]?.get("Ticket number")).toBe("T1233");
    expect(texts(long)).toContain(en("sla.more", { listed: "300", items: "1,234" }));
  });

  test("a clock without anything due says so instead of a rate", () => {
    if (!fixture.service) throw new Error("no service");
    const none = { met: 0, missed: 0, pending: 0, rate: null };
    const clocks = Object.fromEntries(
      Object.keys(fixture.service.clocks).map((clock) => [clock, none]),
    ) as Record<ClockId, typeof none>;
    const quiet = sheetOf(
      { ...fixture, service: { ...fixture.service, clocks, items: [] } },
      "en",
      "serviceSla",
    );
    expect(
      cellsOf(quiet).filter(({ style, value }) => style === "cardText" && value === "Nothing due"),
    ).toHaveLength(4);
    expect(texts(quiet)).toEqual(expect.arrayContaining([en("sla.findingMet"), en("sla.noItems")]));
  });
});

describe("the movement of tiers in the sample", () => {
  const sheet = sheetOf(sample, "zh-CN", "tierMovement");
  const movement = sample.movement;
  if (!movement) throw new Error("no movement");

  test("the matrix adds up in both directions, to everybody there was", () => {
    const cells = cellsOf(sheet);
    const corner = cells.find(({ value }) => value === zh("movement.beforeAfter"));
    const size = movement.tiers.length;
    const at = (row: number, column: number) => {
      const found = cells.find(
        (cell) => cell.row === (corner?.row ?? 0) + row && cell.column === (corner?.column ?? 0) + column,
      );
      return typeof found?.value === "number" ? found.value : 0;
    };
    const sum = (of: (index: number) => number, length: number) =>
      Array.from({ length }, (_, index) => of(index)).reduce((total, value) => total + value, 0);
    // Rows: tiers, new, total. Columns: tiers, gone, total.
    for (let row = 1; row <= size + 2; row += 1)
      expect(at(row, size + 2)).toBe(sum((index) => at(row, 1 + index), size + 1));
    for (let column = 1; column <= size + 2; column += 1)
      expect(at(size + 2, column)).toBe(sum((index) => at(1 + index, column), size + 1));
    expect(at(size + 2, size + 2)).toBeGreaterThan(0);
  });

  test("the best who fell come first, new customers last; nobody is left out", () => {
    const rows = tableOf(sheet, "TierMoves");
    expect(rows).toHaveLength(movement.moves.length);
    const directions = rows.map((row) => row.get("变动"));
    const order = ["下降 ▼", "上升 ▲", "离开 –", "新增 +"];
    const places = directions.map((direction) => order.indexOf(String(direction)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(rows[0]?.get("原层级")).toBe("高价值");
  });

  test("without an earlier snapshot there is no such sheet", () => {
    expect(find(fixture, "zh-CN", "tierMovement")).toBeUndefined();
  });
});

describe("data quality of the fixture shop", () => {
  const sheet = sheetOf(fixture, "zh-CN", "dataQuality");
  const cells = cellsOf(sheet);
  const rowsOf = (label: string) => {
    const found = cells.find(({ value, column }) => value === label && column === 1);
    return cells.find(({ row, column }) => row === found?.row && column === 2);
  };

  test("every raw row is counted once: used, before the window, or for a reason", () => {
    const { 窗口之前: before, ...reasons } = expected.rejected;
    expect(rowsOf("已使用")?.value).toBe(expected.valid_orders);
    expect(rowsOf("窗口之前")?.value).toBe(before);
    for (const [reason, count] of Object.entries(reasons))
      expect({ reason, count: rowsOf(reason)?.value }).toEqual({ reason, count });
    expect(rowsOf("订单总行数")?.value).toBe(expected.raw_rows);
  });

  test("the total is a formula over exactly the lines above it", () => {
    const total = rowsOf("订单总行数");
    const [, from, to] = /^SUM\(C(\d+):C(\d+)\)$/.exec(total?.formula ?? "") ?? [];
    expect(Number(to)).toBe(total?.row);
    const summed = cells.filter(
      ({ row, column, value }) =>
        column === 2 && row >= Number(from) - 1 && row < Number(to) && typeof value === "number",
    );
    expect(summed).toHaveLength(Number(to) - Number(from) + 1);
    expect(summed.reduce((sum, { value }) => sum + Number(value), 0)).toBe(total?.value);
    expect(cells.find(({ row, column }) => row === Number(from) - 2 && column === 2)?.value).toBe("行数");
  });

  test("each rejected row is listed with sheet, row, cell and reason", () => {
    const rows = tableOf(sheet, "RejectedRows");
    expect(rows).toHaveLength(7);
    const unreadable = rows.find((row) => row.get("原因") === "日期无法识别");
    expect([unreadable?.get("工作表"), unreadable?.get("行号"), unreadable?.get("单元格内容")]).toEqual([
      "orders_taobao",
      38,
      "2025-13-45",
    ]);
  });

  test("a time that cannot be used is shown as its cell shows it, not as a count of days", () => {
    const problem = {
      kind: "tickets",
      file: "a.xlsx",
      sheet: "Tickets",
      row: 7,
      code: "finishedBeforeStarted",
      field: "resolvedAt",
      text: "45691.75",
    } as const;
    const shown = sheetOf(
      { ...fixture, quality: { ...fixture.quality, problems: [problem, { ...problem, text: "45691" }] } },
      "en",
      "dataQuality",
    );
    expect(tableOf(shown, "SheetProblems").map((row) => row.get("Cell says"))).toEqual([
      "2025-02-03 18:00",
      "2025-02-03",
    ]);
  });
});

describe("the settings", () => {
  test("show shares in per cent, as numbers that can be read back", () => {
    for (const locale of LOCALES) {
      const cells = cellsOf(sheetOf(fixture, locale, "settings"));
      const shares = cells.filter(({ style }) => style === "percentLeft");
      expect(shares.map(({ value }) => value)).toEqual([
        0.2,
        0.2,
        0.1,
        1 / 3,
        1 / 3,
        0.1,
        1,
        0.05,
        0.5,
        0.1,
        1 / 3,
        0.1,
        0.1,
        0.2,
        0.75,
        0.8,
      ]);
    }
  });

  test("say what each score stands for, with bands that hold the whole base", () => {
    const bands = tableOf(sheetOf(fixture, "en", "settings"), "ScoreBands");
    for (const dimension of ["bands.r", "bands.f", "bands.m"] as const) {
      const lines = bands.filter((row) => row.get("Dimension") === en(dimension));
      expect(lines.map((row) => row.get("Score"))).toEqual([5, 4, 3, 2, 1]);
      expect(lines.reduce((sum, row) => sum + Number(row.get("Customers")), 0)).toBe(20);
    }
    expect(bands[0]?.get("From – to")).toBe("3 – 11");
  });
});

describe("only orders given", () => {
  const plain = (headings: readonly string[], rows: readonly (readonly Cell[])[]): RawSheet => ({
    file: "o.csv",
    name: "orders",
    date1904: false,
    rows: [headings, ...rows],
  });
  const analysis = analysisOf([
    plain(
      ["Customer ID", "Order date", "Amount"],
      Array.from({ length: 6 }, (_, index) => [`c${index}`, `2025-12-0${index + 1}`, 10 + index]),
    ),
  ]);

  const EMPTY: readonly (readonly [SheetId, MessageKey])[] = [
    ["customerCard", "card.noProfile"],
    ["winBack", "winBack.empty"],
    ["unpaid", "unpaid.noStatus"],
    ["channels", "channels.empty"],
    ["serviceSla", "sla.empty"],
    ["dataQuality", "quality.noRejected"],
  ];

  test.each(EMPTY)("%s says what is missing and what would bring it", (id, key) => {
    for (const locale of LOCALES)
      expect(texts(sheetOf(analysis, locale, id))).toContain(
        translator(locale)(key, { months: analysis.settings.winBackMonths }),
      );
  });

  test("an empty list has no table, no sentence with zeros, and nothing to choose", () => {
    const sheet = sheetOf(analysis, "en", "winBack");
    expect(sheet.tables).toEqual([]);
    expect(sheet.validations).toEqual([]);
    expect(cellsOf(sheet).filter(({ style }) => style === "finding")).toEqual([]);
  });

  test("the score table has no columns that no sheet could fill", () => {
    const heads = [
      ...(tableOf(sheetOf(analysis, "en", "customerScores"), "CustomerScores")[0]?.keys() ?? []),
    ];
    expect(heads).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Name|Phone|Satisfaction|Complaints/)]),
    );
    expect(find(analysis, "en", "tierMovement")).toBeUndefined();
  });

  test("with a status, an empty reminder list is an answer", () => {
    const paid = analysisOf([
      plain(["Customer ID", "Order date", "Amount", "Order status"], [["c1", "2025-12-01", 10, "Completed"]]),
    ]);
    expect(texts(sheetOf(paid, "en", "unpaid"))).toContain(en("unpaid.empty"));
  });
});

test("customers without any valid order get no false list: it says that orders are missing", () => {
  const none = analysisOf([
    {
      file: "o.csv",
      name: "orders",
      date1904: false,
      rows: [
        ["Customer ID", "Order date", "Amount"],
        ["c1", "2025-12-01", 0],
      ],
    },
  ]);
  for (const locale of LOCALES)
    expect(texts(sheetOf(none, locale, "winBack"))).toContain(translator(locale)("winBack.noOrders"));
});

describe.each([
  { name: "the fixture shop", analysis: fixture },
  { name: "the Chinese sample", analysis: sample },
  { name: "the English sample", analysis: analysisOf(sampleShop({ seed: SAMPLE_SEED, locale: "en" })) },
])("$name", ({ analysis }) => {
  const LISTS: readonly SheetId[] = [
    "customerCard",
    "customerScores",
    "winBack",
    "unpaid",
    "channels",
    "serviceSla",
    "tierMovement",
    "dataQuality",
    "settings",
  ];
  const lists = (locale: Locale) =>
    buildReport(analysis, locale).sheets.filter(({ id }) => LISTS.includes(id as SheetId));

  test.each(LOCALES)("%s: no id of the code stands where a word should", (locale) => {
    // "highValue", "tier.high", "spendNoNew": what a missing word would leave behind.
    const left = /^(?:[a-z]+[A-Z]\w*|[a-z]+\.[a-zA-Z]+|undefined|null|NaN|\[object Object\])$|\{\w+\}/;
    const own = new Set(analysis.customers.flatMap(({ id, record }) => [id, ...Object.values(record ?? {})]));
    for (const sheet of lists(locale))
      for (const { value, row, style } of cellsOf(sheet))
        if (typeof value === "string" && left.test(value) && !own.has(value) && !style.startsWith("text"))
          throw new Error(`${sheet.name} row ${row + 1}: ${value}`);
  });

  test.each(LOCALES)("%s: what begins like a formula is text, and kept as such", (locale) => {
    const [first] = analysis.customers;
    if (!first) throw new Error("no customers");
    const wild = ["=1+1", "+86 138", "-7", "@sum"];
    const record = first.record && {
      ...first.record,
      name: "=HYPERLINK(1)",
      phone: "+86 138",
      owner: "@sum",
    };
    const marked: Analysis = {
      ...analysis,
      customers: wild.map((id) => ({ ...first, id, key: id, record })),
      lists: {
        ...analysis.lists,
        winBack: analysis.lists.winBack.map((item) => ({
          ...item,
          customerId: "=1+1",
          name: "@x",
          topCategory: "-y",
        })),
        unpaidReminders: analysis.lists.unpaidReminders.map((item) => ({
          ...item,
          orderId: "=2",
          name: "+1",
        })),
      },
    };
    for (const sheet of buildReport(marked, locale).sheets.filter(({ id }) => LISTS.includes(id as SheetId)))
      for (const { value, formula, style } of cellsOf(sheet)) {
        if (typeof value !== "string" || !/^[=+@-]/.test(value)) continue;
        if (formula !== null) expect(formula).toMatch(/^IF\(/);
        else expect(["text", "textWrap", "input"]).toContain(style);
      }
  });

  test.each(LOCALES)("%s: nothing is printed wider than a page can be read", (locale) => {
    for (const sheet of lists(locale)) {
      const printed = sheet.print.area?.columns ?? sheet.columnWidths.length;
      const width = sheet.columnWidths.slice(0, printed).reduce((sum, each) => sum + each, 0);
      // A4 across holds about 130 digits at full size; half of that size is the least one can read.
      expect({ sheet: sheet.name, wide: width > 260 }).toEqual({ sheet: sheet.name, wide: false });
    }
  });
});
