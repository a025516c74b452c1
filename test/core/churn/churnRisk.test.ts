import { churnRisk, knownSignals, type ChurnInput, type DatedEvents } from "../../../src/core/churn";
import { INTERVAL_Z } from "../../../src/core/churn/churnRisk";
import { REASON_NUMBERS } from "../../../src/core/churn/riskReasons";
import { normalQuantile } from "../../../src/core/math/studentT";
import { bookOfRows, type OrderRow } from "../../support/bookOfRows";
import { simulatedShop } from "../../support/simulatedShop";

const BGNBD = { model: "bgnbd", r: 0.6, alpha: 60, a: 0.8, b: 2.5 } as const;
const shop = simulatedShop({
  seed: 11,
  customers: 600,
  params: BGNBD,
  arrivalDays: 500,
  days: 600,
  futureDays: 0,
});
const DAY = 20_000;

describe("smallest worlds", () => {
  const steady = (customers: number): OrderRow[] =>
    Array.from({ length: customers }, (_, c) =>
      [0, 30, 60].map((d): OrderRow => [`c${c}`, DAY + d, 20]),
    ).flat();
  test.each<[string, readonly OrderRow[], number | null, string, readonly (number | null)[]]>([
    ["one order today: nothing is known", [["a", DAY, 10]], null, "rates", [0.5]],
    [
      "everybody's first order is today",
      [
        ["a", DAY, 10],
        ["b", DAY, 9],
      ],
      null,
      "rates",
      [0.5, 0.5],
    ],
    [
      "a refund alone is no customer",
      [
        ["a", DAY, -5],
        ["b", DAY, 10],
      ],
      null,
      "rates",
      [null, 0.5],
    ],
  ])("%s", (_, rows, asOf, source, risk) => {
    const result = churnRisk({ book: bookOfRows(rows, asOf) });
    expect(result.method.source).toBe(source);
    expect([...result.risk].map((value) => (Number.isNaN(value) ? null : value))).toEqual(risk);
    expect(result.bands[0]).toBe(risk[0] === null ? "" : "medium");
  });

  test("no orders: no rows", () => {
    const result = churnRisk({ book: bookOfRows([]) });
    expect([result.count, result.risk.length]).toEqual([0, 0]);
  });

  test("one silent customer: likelier lost than not, and next to nothing certain", () => {
    const { risk, low, high } = churnRisk({ book: bookOfRows([["a", DAY, 10]], DAY + 400) });
    expect(risk[0]).toBeGreaterThan(0.5);
    expect((high[0] ?? 0) - (low[0] ?? 0)).toBeGreaterThan(0.5);
  });

  test("identical customers get one risk, one band, no reasons", () => {
    const result = churnRisk({ book: bookOfRows(steady(40), DAY + 90) });
    expect(result.method.source).toBe("model");
    expect(new Set(result.risk).size).toBe(1);
    expect(new Set(result.bands)).toEqual(new Set(["medium"]));
    expect(result.reasonsOf(0)).toEqual([]);
  });

  test("all one-time buyers: a risk below certainty, the wider the fewer they are", () => {
    const once = (customers: number) =>
      churnRisk({
        book: bookOfRows(
          Array.from({ length: customers }, (_, c): OrderRow => [`c${c}`, DAY + c, 20 + c]),
          DAY + 400,
        ),
      });
    const [few, many] = [once(5), once(50)];
    expect(many.method.source).toBe("rates");
    expect(many.risk[0]).toBeLessThan(1);
    expect(few.low[0]).toBeLessThan(many.low[0] ?? 0);
  });

  test("ten customers who never came back leave room for doubt", () => {
    const rows = Array.from({ length: 10 }, (_, c): OrderRow[] => [
      [`c${c}`, DAY + c, 20],
      [`c${c}`, DAY + c + 13, 25],
    ]).flat();
    const { risk } = churnRisk({ book: bookOfRows(rows, DAY + 300) });
    risk.forEach((value) => expect(value).toBeLessThan(11 / 12 + 1e-9));
  });
});

describe("laws", () => {
  test.each(["auto", "recency", "model", "rates"] as const)(
    "%s: probabilities inside their intervals, for everybody with an order",
    (source) => {
      const { risk, low, high } = churnRisk({ book: shop.book }, { source });
      const outside = [...risk].filter((value, customer) => {
        const [least, most] = [low[customer] ?? 2, high[customer] ?? -1];
        return !(least >= 0 && least <= value && value <= most && most <= 1);
      });
      expect(risk.length).toBe(shop.book.customers.length);
      expect(outside).toEqual([]);
    },
  );

  test("model: of customers alike in all else, longer silence never lowers the risk", () => {
    const { risk } = churnRisk({ book: shop.book }, { source: "model", models: ["bgnbd"] });
    const { firstDay, lastDay, purchaseDays } = shop.book.summary;
    const groups = new Map<string, number[]>();
    risk.forEach((_, customer) => {
      const key = `${purchaseDays[customer]} ${firstDay[customer]}`;
      groups.set(key, [...(groups.get(key) ?? []), customer]);
    });
    let compared = 0;
    let lowered = 0;
    for (const customers of groups.values()) {
      const bySilence = customers.sort((a, b) => (lastDay[b] ?? 0) - (lastDay[a] ?? 0));
      bySilence.slice(1).forEach((customer, index) => {
        compared++;
        if ((risk[customer] ?? 0) < (risk[bySilence[index] ?? 0] ?? 0) - 1e-12) lowered++;
      });
    }
    expect(compared).toBeGreaterThan(20);
    expect(lowered).toBe(0);
  });

  test("model: a longer horizon never raises P(no order), and lowers the mean of the learner's", () => {
    const horizons = [7, 30, 90, 180];
    const model = horizons.map((horizonDays) =>
      churnRisk({ book: shop.book }, { source: "model", horizonDays }),
    );
    const learner = horizons.map((horizonDays) => churnRisk({ book: shop.book }, { horizonDays }));
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    horizons.slice(1).forEach((_, index) => {
      const before = model[index]?.risk;
      const raised = model[index + 1]?.risk.filter(
        (risk, customer) => risk > (before?.[customer] ?? 0) + 1e-12,
      );
      expect(raised).toHaveLength(0);
      expect(mean(learner[index + 1]?.risk ?? new Float64Array(0))).toBeLessThan(
        mean(learner[index]?.risk ?? new Float64Array(0)),
      );
    });
    expect(learner.map(({ method }) => method.source)).toEqual(["learner", "learner", "learner", "learner"]);
  });

  test("what a thousandfold price tag or another order of rows changes: nothing", () => {
    const rows = Array.from({ length: 120 }, (_, c): OrderRow[] =>
      Array.from({ length: 1 + (c % 5) }, (__, i): OrderRow => [
        `c${c}`,
        DAY + ((c * 7) % 150) + i * (9 + (c % 11)),
        10 + c,
      ]),
    ).flat();
    const plain = churnRisk({ book: bookOfRows(rows, DAY + 260) }, { horizonDays: 60 });
    const dear = churnRisk(
      {
        book: bookOfRows(
          rows.map(([id, day, amount]): OrderRow => [id, day, amount * 1000]),
          DAY + 260,
        ),
      },
      { horizonDays: 60 },
    );
    const turned = bookOfRows([...rows].reverse(), DAY + 260);
    const back = churnRisk({ book: turned }, { horizonDays: 60 });
    plain.risk.forEach((risk, customer) => {
      expect(dear.risk[customer]).toBeCloseTo(risk, 9);
      const there = turned.customers.indexOf(`c${customer}`);
      expect(back.risk[there]).toBeCloseTo(risk, 6);
    });
  });

  test("the next purchase is due where half is reached: risk at that many days is a half", () => {
    const { nextPurchaseDays, risk } = churnRisk(
      { book: shop.book },
      { source: "model", models: ["bgnbd"], horizonDays: 90 },
    );
    const customer = nextPurchaseDays.findIndex((days, c) => days > 60 && days < 300 && (risk[c] ?? 0) > 0.5);
    const there = churnRisk(
      { book: shop.book },
      { source: "model", models: ["bgnbd"], horizonDays: Math.round(nextPurchaseDays[customer] ?? 0) },
    );
    expect(there.risk[customer]).toBeCloseTo(0.5, 1);
    const wrong: number[] = [];
    nextPurchaseDays.forEach((days, c) => {
      const sure = Math.abs((risk[c] ?? 0) - 0.5) > 0.02 && !Number.isNaN(days);
      if (sure && days < 90 !== (risk[c] ?? 0) < 0.5) wrong.push(c);
    });
    expect(wrong).toEqual([]);
  });

  test("a horizon below one day is refused", () => {
    expect(() => churnRisk({ book: shop.book }, { horizonDays: 0 })).toThrow("horizonDays");
  });
});

describe("reasons", () => {
  test("carry the numbers their code is documented with, and no others", () => {
    const { reasonsOf, count } = churnRisk({ book: shop.book });
    const names = new Set<string>();
    for (let customer = 0; customer < count; customer++) {
      for (const { code, numbers } of reasonsOf(customer)) {
        for (const name of Object.keys(numbers)) if (!REASON_NUMBERS[code].includes(name)) names.add(name);
      }
    }
    expect([...names]).toEqual([]);
  });

  const result = churnRisk({ book: shop.book });
  const { lastDay, purchaseDays, firstDay } = shop.book.summary;

  test("carry this customer's own numbers", () => {
    let seen = 0;
    const other: number[] = [];
    result.risk.forEach((_, customer) => {
      const silence = result.reasonsOf(customer).find(({ code }) => code === "silence");
      if (silence === undefined) return;
      seen++;
      if (silence.numbers["silentDays"] !== shop.book.asOf - (lastDay[customer] ?? 0)) other.push(customer);
      const gaps = (purchaseDays[customer] ?? 0) - 1;
      const interval = gaps > 0 ? ((lastDay[customer] ?? 0) - (firstDay[customer] ?? 0)) / gaps : undefined;
      if (silence.numbers["intervalDays"] !== interval) other.push(customer);
    });
    expect(seen).toBeGreaterThan(100);
    expect(other).toEqual([]);
  });

  test("who is above the average is told first what raises the risk, who is below what lowers it", () => {
    const logOdds = (p: number) => Math.log(p / (1 - p));
    const mean = result.risk.reduce((sum, p) => sum + logOdds(p), 0) / result.count;
    let right = 0;
    let all = 0;
    result.risk.forEach((p, customer) => {
      const first = result.reasonsOf(customer)[0];
      if (first === undefined || Math.abs(logOdds(p) - mean) < 0.5) return;
      all++;
      if (first.contribution > 0 === logOdds(p) > mean) right++;
    });
    expect(all).toBeGreaterThan(150);
    expect(right / all).toBeGreaterThan(0.97);
  });
});

test("between the ends of an interval lie 90 % of the normal distribution", () => {
  expect(INTERVAL_Z).toBeCloseTo(normalQuantile(0.95), 14);
});

describe("signals", () => {
  /** Every fourth customer complains at some time and is gone from that day on. */
  function complaining() {
    const rows: OrderRow[] = [];
    const who: number[] = [];
    const when: number[] = [];
    for (let c = 0; c < 400; c++) {
      const leaves = c % 4 === 0 ? 100 + ((c * 37) % 500) : Infinity;
      if (leaves < Infinity) {
        who.push(c);
        when.push(DAY + leaves);
      }
      for (let day = (c * 13) % 60; day < 600; day += 25 + (c % 50)) {
        if (day < leaves || day < 60) rows.push([`c${c}`, DAY + day, 20]);
      }
    }
    const book = bookOfRows(rows, DAY + 600);
    const index = new Map(book.customers.map((id, at) => [id, at]));
    const complaints: DatedEvents = {
      customer: Int32Array.from(who, (c) => index.get(`c${c}`) ?? -1),
      day: Int32Array.from(when),
      value: new Float64Array(who.length),
    };
    return { book, complaints };
  }
  const { book, complaints } = complaining();
  const input: ChurnInput = { book, signals: knownSignals({ complaints }, book.customers.length) };

  test("a fresh complaint raises the risk, and is named with its number", () => {
    const without = churnRisk({ book });
    const with_ = churnRisk(input);
    const fresh = [...complaints.customer].filter((_, i) => (complaints.day[i] ?? 0) > DAY + 570);
    expect(fresh.length).toBeGreaterThan(3);
    for (const customer of fresh) {
      expect(with_.risk[customer]).toBeGreaterThan(without.risk[customer] ?? 1);
      const reason = with_.reasonsOf(customer).find(({ code }) => code === "complaints");
      expect(reason?.numbers).toEqual({ count: 1, days: 180 });
      expect(reason?.contribution).toBeGreaterThan(0);
    }
  });

  test("lowers the log loss on customers of the past it had not seen", () => {
    expect(churnRisk(input).method.check?.learner).toBeLessThan(
      churnRisk({ book }).method.check?.learner ?? 0,
    );
  });
});
