import {
  backtest,
  churnRisk,
  knownSignals,
  sourceByVerdict,
  type Backtest,
  type BacktestMethod,
} from "../../../src/core/churn";
import { dayOf } from "../../../src/core/math/day";
import { createRandom } from "../../../src/sample/random";
import { bookOfPurchases, bookOfRows, type OrderRow } from "../../support/bookOfRows";
import {
  absent,
  CDNOW_FULL,
  ONLINE_RETAIL,
  readCdnowFull,
  readCdnowSample,
  readOnlineRetail,
} from "../../support/purchaseFiles";

const DAY = 20_000;
const measuresOf = ({ cuts }: Backtest, method: BacktestMethod) =>
  cuts[0]?.methods.find((one) => one.method === method) ?? {
    auc: null,
    brier: null,
    logLoss: null,
    ordersError: null,
  };

describe("CDNOW sample, 39 weeks back", () => {
  const test39 = backtest({ book: bookOfPurchases(readCdnowSample()) }, { horizonDays: 273 });

  test("one cut, on the day the papers cut at", () => {
    expect(test39.cuts.map(({ day, customers }) => [day, customers])).toEqual([[dayOf(1997, 9, 30), 2_357]]);
  });
  test("ours ranks and weighs better than the silence alone, and the verdict says so", () => {
    expect(test39.verdict).toBe("beatsRecency");
    expect(measuresOf(test39, "ours").auc).toBeGreaterThan(measuresOf(test39, "recency").auc ?? 1);
    expect(measuresOf(test39, "ours").logLoss).toBeLessThan(measuresOf(test39, "mbgnbd").logLoss ?? 0);
    expect(sourceByVerdict(test39.verdict)).toBe("auto");
  });
  test("bands all have members, and the realised loss rises from one to the next", () => {
    const bands = test39.cuts[0]?.bands ?? [];
    expect(bands.map(({ band }) => band)).toEqual(["low", "medium", "high"]);
    bands.forEach(({ customers, realised }, index) => {
      expect(customers).toBeGreaterThan(700);
      expect(realised).toBeGreaterThan(bands[index - 1]?.realised ?? 0);
    });
  });
  test("every method is there, and the base rate ranks nobody", () => {
    expect(test39.methods.map(({ method }) => method)).toEqual([
      "ours",
      "bgnbd",
      "mbgnbd",
      "pareto",
      "recency",
      "rfm",
      "baseRate",
    ]);
    expect(measuresOf(test39, "baseRate").auc).toBe(0.5);
  });
});

describe("bars of sets that stand beside the project", () => {
  const rows = [
    {
      name: "CDNOW, 39 + 39 weeks",
      path: CDNOW_FULL,
      read: readCdnowFull,
      horizonDays: 273,
      auc: 0.7684,
      logLoss: 0.5085,
      orders: 0.794,
    },
    {
      name: "Online Retail, last 100 days",
      path: ONLINE_RETAIL,
      read: readOnlineRetail,
      horizonDays: 100,
      auc: 0.736,
      logLoss: 0.592,
      orders: 1,
    },
  ];
  for (const { name, path, read, horizonDays, auc, logLoss, orders } of rows) {
    const missing = absent(path);
    (missing === "" ? test : test.skip)(
      missing === "" ? name : `${name}: left out, ${missing}`,
      () => {
        const result = backtest({ book: bookOfPurchases(read()) }, { horizonDays, cuts: 1 });
        const ours = measuresOf(result, "ours");
        expect(ours.auc).toBeGreaterThanOrEqual(auc);
        expect(ours.logLoss).toBeLessThanOrEqual(logLoss);
        expect(ours.ordersError).toBeLessThanOrEqual(orders);
        expect(result.verdict).toBe("beatsRecency");
      },
      120_000,
    );
  }
});

describe("signals after a cut", () => {
  const rows = Array.from({ length: 200 }, (_, c): OrderRow[] =>
    Array.from({ length: 1 + (c % 6) }, (__, i): OrderRow => [
      `c${c}`,
      DAY + ((c * 7) % 120) + i * (11 + (c % 13)),
      10,
    ]),
  ).flat();
  const book = bookOfRows(rows, DAY + 260);
  const CUT = DAY + 200;
  const events = (from: number, value: number) => ({
    customer: Int32Array.from({ length: 200 }, (_, c) => c),
    day: Int32Array.from({ length: 200 }, (_, c) => from + (c % 50)),
    value: Float64Array.from({ length: 200 }, (_, c) => value * (1 + (c % 3))),
  });
  const known = { refunds: events(DAY + 60, 5), discounts: events(DAY + 60, 0.1) };
  const both = (one: ReturnType<typeof events>, other: ReturnType<typeof events>) => ({
    customer: Int32Array.of(...one.customer, ...other.customer),
    day: Int32Array.of(...one.day, ...other.day),
    value: Float64Array.of(...one.value, ...other.value),
  });
  const calibrationWith = (signals: typeof known) =>
    backtest(
      { book, signals: knownSignals(signals, book.customers.length) },
      { horizonDays: 60, cuts: 1, source: "learner" },
    ).cuts[0]?.calibration;

  test("refunds and discounts of the future change nothing that was predicted", () => {
    const later = {
      refunds: both(known.refunds, events(CUT + 1, 1_000)),
      discounts: both(known.discounts, events(CUT + 1, 0.9)),
    };
    expect(calibrationWith(later)).toEqual(calibrationWith(known));
    expect(calibrationWith(known)).toBeDefined();
  });

  test("those of the past do", () => {
    const earlier = { ...known, discounts: both(known.discounts, events(CUT - 60, 0.9)) };
    expect(calibrationWith(earlier)).not.toEqual(calibrationWith(known));
  });
});

describe("nothing of the future reaches a cut", () => {
  const rows = Array.from({ length: 150 }, (_, c): OrderRow[] =>
    Array.from({ length: 1 + (c % 6) }, (__, i): OrderRow => [
      `c${c}`,
      DAY + ((c * 7) % 120) + i * (11 + (c % 13)),
      10 + (c % 9),
      `o${c}-${i}`,
    ]),
  ).flat();
  const CUT = DAY + 200;
  const END = CUT + 60;
  const early = rows.filter(([, day]) => day <= CUT);
  const futures: readonly (readonly [string, readonly OrderRow[]])[] = [
    ["as it was", rows.filter(([, day]) => day > CUT)],
    ["empty", []],
    [
      "everybody buys for a fortune",
      early.map(([id], i): OrderRow => [id, CUT + 1 + (i % 59), 1e6, `x${i}`]),
    ],
    [
      "half of every order is given back, and new customers come",
      [
        ...early.map(([id, , amount, order]): OrderRow => [id, CUT + 5, -amount / 2, order ?? ""]),
        ...Array.from({ length: 80 }, (_, i): OrderRow => [`new${i}`, CUT + 1 + (i % 50), 50, `n${i}`]),
      ],
    ],
  ];
  const predicted = (future: readonly OrderRow[]) => {
    const all = [...early, ...future];
    const book = bookOfRows(all, END);
    const { cuts } = backtest({ book }, { horizonDays: 60, cuts: 1 });
    const [cut] = cuts;
    return {
      day: cut?.day,
      customers: cut?.customers,
      meanRisk: cut?.meanRisk,
      predicted: cut?.calibration.map(({ meanPredicted }) => meanPredicted),
      bands: cut?.bands.map(({ meanRisk }) => meanRisk),
      check: cut?.method.check,
    };
  };
  const asItWas = predicted(futures[0]?.[1] ?? []);

  test("there is something to leak into", () => {
    expect(asItWas.day).toBe(CUT);
    expect(asItWas.customers).toBe(150);
  });
  test.each(futures.slice(1))("%s: the predictions at the cut stay", (_, future) => {
    expect(predicted(future)).toEqual(asItWas);
  });

  test("orders given back in full later are there at the cut where the book can be read anew", () => {
    const refunds = early
      .slice(0, 200)
      .map(([id, , amount, order]): OrderRow => [id, CUT + 5, -amount, order ?? ""]);
    const all = [...early, ...refunds];
    const bookAt = (day: number) => bookOfRows(all, day);
    const { cuts } = backtest({ book: bookOfRows(all, END), bookAt }, { horizonDays: 60, cuts: 1 });
    expect(cuts[0]?.customers).toBe(150);
    expect(cuts[0]?.meanRisk).toBeCloseTo(asItWas.meanRisk ?? 0, 12);
  });
});

describe("verdicts", () => {
  test.each<[string, readonly OrderRow[]]>([
    ["no orders", []],
    [
      "one customer",
      [
        ["a", DAY, 10],
        ["a", DAY + 300, 10],
      ],
    ],
    ["all one-time", Array.from({ length: 60 }, (_, c): OrderRow => [`c${c}`, DAY + c * 5, 10])],
  ])("%s: too little data", (_, rows) => {
    expect(backtest({ book: bookOfRows(rows) }, { horizonDays: 60 }).verdict).toBe("tooLittleData");
  });

  test("where only the silence tells, nothing beats it, and the simple rule is taken", () => {
    // The chance to buy falls with the days since the last purchase, alike for everybody.
    const random = createRandom(4, 1);
    const rows = Array.from({ length: 400 }, (_, c): OrderRow[] => {
      const own: OrderRow[] = [];
      let last = 0;
      for (let day = 0; day < 470; day++) {
        if (day > 0 && !random.chance(0.5 / (5 + day - last))) continue;
        own.push([`c${c}`, DAY + day, 20]);
        last = day;
      }
      return own;
    }).flat();
    const book = bookOfRows(rows, DAY + 470);
    const result = backtest({ book }, { horizonDays: 60, cuts: 2 });
    expect(result.verdict).toBe("notBetterThanRecency");
    const simple = churnRisk({ book }, { horizonDays: 60, source: sourceByVerdict(result.verdict) });
    expect(simple.method.source).toBe("recency");
  });

  test("a number of cuts below one is refused", () => {
    expect(() => backtest({ book: bookOfRows([]) }, { cuts: 0 })).toThrow("cuts");
  });
});
