import { analyse, type Analysis } from "../../../src/core/analysis";
import { customerSignals } from "../../../src/core/analysis/customerSignals";
import { dayOf, SECONDS_PER_DAY } from "../../../src/core/math/day";
import { serialOfDay } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import type { Cell } from "../../../src/core/tables";
import { analysisOf, fixtureSheets } from "../../support/analyseFiles";
import { bookOfRows } from "../../support/bookOfRows";
import { noTables, NO_SOURCES } from "../../support/motherBabyShop";
import { tableOf } from "../../support/tableOf";

const AS_OF = dayOf(2025, 12, 31);

type Order = readonly [customer: string, daysBack: number, paid: number];

function run(
  orders: readonly Order[],
  prediction: Partial<typeof DEFAULT_SETTINGS.prediction> = {},
): Analysis {
  const rows = orders.map(([customer, back, paid], index): Cell[] => [
    `o${index}`,
    customer,
    serialOfDay(AS_OF - back),
    paid,
  ]);
  return analyse(
    { ...noTables(), orders: [tableOf("orders", ["orderId", "customerId", "paidAt", "paid"], rows)] },
    NO_SOURCES,
    {
      ...DEFAULT_SETTINGS,
      asOf: AS_OF,
      prediction: { ...DEFAULT_SETTINGS.prediction, ...prediction },
    },
  );
}

/** Customers who buy every so many days, one of every three until a year ago. */
const shop = (customers: number): readonly Order[] =>
  Array.from({ length: customers }, (_, index) => index).flatMap((index) => {
    const every = 12 + ((index * 29) % 60);
    const until = index % 3 === 0 ? 300 + (index % 40) : index % 17;
    return Array.from({ length: 1 + ((index * 7) % 6) }, (_, order): Order => [
      `c${index}`,
      until + order * every,
      50 + ((index * 13 + order * 5) % 90),
    ]);
  });

test.each<{ name: string; orders: readonly Order[]; gap: Analysis["predictionGap"] }>([
  { name: "no order", orders: [], gap: "noOrders" },
  { name: "one customer", orders: [["a", 60, 10]], gap: "tooFewCustomers" },
  { name: "nine customers", orders: shop(9), gap: "tooFewCustomers" },
  {
    name: "a month of history less a day",
    orders: Array.from({ length: 12 }, (_, index): Order => [`c${index}`, index === 0 ? 29 : index, 10]),
    gap: "tooShortHistory",
  },
])("nothing is predicted of $name, and the gap says why", ({ orders, gap }) => {
  const { predictions, predictionGap, kpis } = run(orders);
  expect({ predictions, predictionGap }).toEqual({ predictions: null, predictionGap: gap });
  expect(kpis.find(({ id }) => id === "clv")).toMatchObject({ value: null, status: "noData" });
});

test.each([
  { name: "ten customers", orders: shop(10) },
  { name: "49 customers", orders: shop(49) },
  { name: "60 one-time buyers", orders: shop(60).filter(([id], at, all) => all[at - 1]?.[0] !== id) },
  {
    name: "30 customers who are all alike",
    orders: Array.from({ length: 90 }, (_, at): Order => [`c${at % 30}`, 20 + 40 * Math.floor(at / 30), 10]),
  },
])("small data: $name give figures that are in order", ({ orders }) => {
  const { predictions: found, book } = run(orders);
  if (found === null) throw new Error("no predictions");
  expect(found.risk).toHaveLength(book.customers.length);
  found.risk.forEach((risk, customer) => {
    expect(risk).toBeGreaterThanOrEqual(0);
    expect(risk).toBeLessThanOrEqual(1);
    expect(found.low[customer]).toBeLessThanOrEqual(risk);
    expect(found.high[customer]).toBeGreaterThanOrEqual(risk);
    expect(found.bands[customer]).not.toBe("");
  });
  found.value?.clv.forEach((clv, customer) => {
    expect(clv).toBeGreaterThanOrEqual(0);
    expect(found.value?.clvLow[customer]).toBeLessThanOrEqual(found.value?.clvHigh[customer] ?? 0);
  });
});

describe("a shop of 300", () => {
  const analysis = run([...shop(300), ["only refund", 40, -20], ["only refund", 400, -5]]);
  const { book, customers, kpis } = analysis;
  const predictions = analysis.predictions;
  if (predictions === null) throw new Error("no predictions");

  test("who never placed a valid order has no figure in any column", () => {
    const at = book.customers.indexOf("only refund");
    expect(at).toBeGreaterThanOrEqual(0);
    expect([predictions.risk[at], predictions.low[at], predictions.value?.clv[at]]).toEqual([NaN, NaN, NaN]);
    expect(predictions.bands[at]).toBe("");
    expect(predictions.value?.quadrants.of[at]).toBe("");
    expect(predictions.reasonsOf(at)).toEqual([]);
  });

  test("everybody with an order is in one band and one quadrant", () => {
    expect(predictions.bands.filter((band) => band !== "")).toHaveLength(300);
    const cells = predictions.value?.quadrants.cells ?? [];
    expect(cells.reduce((sum, cell) => sum + cell.customers, 0)).toBe(300);
  });

  test("tiers of the forecast add up to the total of each horizon", () => {
    for (const horizon of [30, 90, 365]) {
      const lines = (predictions.forecast?.lines ?? []).filter(({ horizonDays }) => horizonDays === horizon);
      const [total] = lines.filter(({ tier }) => tier === null);
      const tiers = lines.filter(({ tier }) => tier !== null);
      expect(tiers.reduce((sum, { expectedRevenue }) => sum + expectedRevenue, 0)).toBeCloseTo(
        total?.expectedRevenue ?? Number.NaN,
        6,
      );
      expect(tiers.reduce((sum, line) => sum + line.customers, 0)).toBe(total?.customers);
      expect(total?.low).toBeLessThan(total?.expectedRevenue ?? 0);
      expect(total?.high).toBeGreaterThan(total?.expectedRevenue ?? 0);
    }
  });

  test("the KPI is the mean CLV of those who have ordered", () => {
    const clv = (predictions.value?.clv ?? new Float64Array(0)).filter((value) => !Number.isNaN(value));
    const mean = clv.reduce((sum, value) => sum + value, 0) / 300;
    expect(kpis.find(({ id }) => id === "clv")).toMatchObject({
      value: expect.closeTo(mean, 9) as number,
      denominator: 300,
    });
  });

  test("the expected loss of who is to be won back is their risk times their value at risk", () => {
    expect(analysis.lists.winBack.length).toBeGreaterThan(0);
    for (const item of analysis.lists.winBack) {
      const row = customers.find(({ id }) => id === item.customerId);
      const risk = predictions.risk[row?.bookIndex ?? -1] ?? Number.NaN;
      expect(item.expectedLoss).toBeCloseTo(risk * item.valueAtRisk, 9);
    }
  });

  test("the back-test ends before the risk begins, and its verdict decides on the score used", () => {
    expect(predictions.backtest.cuts.map(({ day }) => day)).toEqual([AS_OF - 90, AS_OF - 180, AS_OF - 270]);
    const simple = predictions.backtest.verdict === "notBetterThanRecency";
    expect(predictions.method.source === "recency").toBe(simple);
  });
});

describe("settings of predictions", () => {
  const kpi = ({ kpis }: Analysis, id: string) => kpis.find((one) => one.id === id);
  const usual = run(shop(120));

  test("the horizon is that of the risk, of the back-test, of the churn KPI and of a line of the forecast", () => {
    const short = run(shop(120), { horizonDays: 45 });
    expect(short.predictions?.method.horizonDays).toBe(45);
    expect(short.predictions?.backtest.horizonDays).toBe(45);
    expect(short.predictions?.forecast?.lines.map(({ horizonDays }) => horizonDays)).toContain(45);
    expect(kpi(short, "churn")?.value).not.toBe(kpi(usual, "churn")?.value);
    expect(short.settingsHash).not.toBe(usual.settingsHash);
  });

  test("a margin takes its share of CLV, longer looks see more, a discount takes some away", () => {
    const total = (analysis: Analysis) => analysis.predictions?.value?.all.total ?? 0;
    expect(total(run(shop(120), { margin: 0.25 }))).toBeCloseTo(total(usual) / 4, 6);
    expect(total(run(shop(120), { months: 24 }))).toBeGreaterThan(total(usual));
    expect(total(run(shop(120), { annualDiscount: 0.5 }))).toBeLessThan(total(usual));
  });

  test("bands follow the shares, or the cuts where some are set", () => {
    const count = (analysis: Analysis, band: string) =>
      analysis.predictions?.bands.filter((one) => one === band).length ?? 0;
    expect(count(run(shop(120), { highShare: 0.1 }), "high")).toBeLessThan(count(usual, "high"));
    const cut = run(shop(120), { bandCuts: [0.3, 0.9] });
    cut.predictions?.risk.forEach((risk, customer) => {
      if (Number.isNaN(risk)) return;
      const band = risk >= 0.9 ? "high" : risk >= 0.3 ? "medium" : "low";
      expect(cut.predictions?.bands[customer]).toBe(band);
    });
  });
});

test("the mother-baby shop of 20 customers gets predictions", () => {
  const { predictions } = analysisOf(fixtureSheets("mother-baby-shop"), { asOf: AS_OF });
  expect(predictions?.risk).toHaveLength(20);
  expect(predictions?.backtest.verdict).toBe("tooLittleData");
});

describe("signals", () => {
  const ticket = {
    ticketId: "t",
    customerId: "a",
    customerKey: "a",
    type: "complaint",
    severity: "unknown",
    channel: "",
    createdAt: 100 * SECONDS_PER_DAY + 3600,
    firstResponseAt: null,
    resolvedAt: null,
    followUpAt: null,
    escalatedAt: null,
    reply: "",
    unknownTimes: [],
    reason: "",
    agent: "",
    file: "",
    sheet: "",
    row: 2,
  } as const;
  const answer = {
    customerId: "b",
    customerKey: "b",
    answeredOn: 90,
    satisfaction: 4,
    satisfactionScale: { min: 1, max: 5 },
    recommend: null,
    recommendScale: { min: 0, max: 10 },
    trust: null,
    priceSensitivity: null,
    choosingTime: null,
    refusesRivals: null,
    walletShare: null,
    comment: "",
  } as const;
  const touch = {
    customerId: "b",
    customerKey: "b",
    plannedOn: null,
    doneOn: 80,
    channel: "",
    campaign: "",
    delivered: true,
    responded: false,
    cost: null,
    owner: "",
  } as const;
  const keyed = {
    customerKeys: ["a", "b"],
    orders: bookOfRows([["a", 80, 10]]).orders,
    discounts: null,
    paymentHours: null,
    madeToMeasure: null,
    refunds: null,
  };
  const none = { tickets: [], answers: [], touches: [] };

  test("a sheet that is not there gives no column", () => {
    expect(customerSignals(keyed, none)).toEqual({});
  });

  test("complaints, answers on their scale, and delivered touches, each on its day", () => {
    expect(
      customerSignals(keyed, {
        tickets: [ticket, { ...ticket, type: "enquiry" }],
        answers: [answer, { ...answer, answeredOn: null }, { ...answer, satisfaction: null }],
        touches: [
          touch,
          { ...touch, responded: true },
          { ...touch, delivered: false },
          { ...touch, doneOn: null },
        ],
      }),
    ).toEqual({
      complaints: { customer: Int32Array.of(0), day: Int32Array.of(100), value: Float64Array.of(1) },
      satisfaction: { customer: Int32Array.of(1), day: Int32Array.of(90), value: Float64Array.of(0.75) },
      touches: { customer: Int32Array.of(1, 1), day: Int32Array.of(80, 80), value: Float64Array.of(0, 1) },
    });
  });

  test("who has no order can teach nothing", () => {
    expect(
      customerSignals(
        { ...keyed, customerKeys: ["x"] },
        { tickets: [ticket], answers: [answer], touches: [touch] },
      ),
    ).toEqual({});
  });
});
