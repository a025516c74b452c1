import { analyse, monthReview, type Analysis } from "../../../src/core/analysis";
import type { BenchmarkId } from "../../../src/core/programme";
import { SAMPLE_SEED, sampleShop } from "../../../src/sample";
import { analysisOf } from "../../support/analyseFiles";
import {
  MOTHER_BABY_SETTINGS,
  motherBabyExpected,
  motherBabyTables,
  NO_SOURCES,
} from "../../support/motherBabyShop";
import { smallAnalysis } from "../../support/smallAnalysis";

const fixture = analyse(motherBabyTables(), NO_SOURCES, MOTHER_BABY_SETTINGS);
const expected = motherBabyExpected();
const benchmark = ({ programme }: Analysis, id: BenchmarkId) => {
  const found = programme.market.benchmarks.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe("M6: benchmarks of the fixture shop", () => {
  test("R79: the top tier spends 6.08 times as much, with an interval, below 16:1", () => {
    const found = benchmark(fixture, "loyalToOrdinarySpend");
    expect(found.own).toBeCloseTo(expected.loyal_vs_ordinary, 9);
    expect(found).toMatchObject({ claimed: 16, standing: "below", unit: "ratio" });
    expect(found.interval?.low).toBeLessThan(found.own ?? 0);
  });

  test("R79: the trade is a setting", () => {
    const { programme } = MOTHER_BABY_SETTINGS;
    const travel = analyse(motherBabyTables(), NO_SOURCES, {
      ...MOTHER_BABY_SETTINGS,
      programme: { ...programme, trade: "travel" },
    });
    expect(benchmark(travel, "loyalToOrdinarySpend")).toMatchObject({ claimed: 5, standing: "above" });
  });

  test("R78: referrals bring 18.5 % of new customers; their revenue is not known without a column", () => {
    expect(benchmark(fixture, "referralShareOfNew").own).toBeCloseTo(expected.new_by_referral_share, 9);
    expect(benchmark(fixture, "referralShareOfRevenue")).toMatchObject({ own: null, needs: "referrers" });
  });

  test("R84: one satisfied customer of those asked has stopped, beside 40 %", () => {
    const found = benchmark(fixture, "satisfiedButLost");
    expect(found.numerator).toBe(expected.survey.satisfied_but_lapsed.length);
    expect(found).toMatchObject({ claimed: 0.4, standing: "below" });
  });

  test("R75, R76: without touches or leads the rows say what would bring them", () => {
    expect(benchmark(fixture, "retentionToAcquisitionCost").needs).toBe("touchCosts");
    expect(benchmark(fixture, "leadConversion").needs).toBe("leads");
    expect(benchmark(fixture, "existingCustomersBuying").own).not.toBeNull();
  });

  test("R77: own change of margin stands beside the claim only where two years are known", () => {
    expect(benchmark(fixture, "marginOfMoreRetention")).toMatchObject({ own: null, needs: "twoYears" });
  });

  test("the top tier brings 60.3 % of revenue, 65 % came back", () => {
    const value = (id: string) => fixture.kpis.find((kpi) => kpi.id === id)?.value;
    expect(value("highTierShareOfNet")).toBeCloseTo(expected.high_tier_share, 9);
    expect(value("repeatRate")).toBe(expected.repeat_rate_window);
  });
});

test("M5: channels with verdict and headroom, as expected.json has them", () => {
  const channels = fixture.programme.market.channels ?? [];
  const VERDICTS: Readonly<Record<string, string>> = {
    优先投放: "prefer",
    不达标: "notMet",
    有花费无新客: "spendNoNew",
    成本缺失: "costMissing",
  };
  expect(channels).toHaveLength(Object.keys(expected.channels).length);
  for (const { result, headroom } of channels) {
    const figures = expected.channels[result.channel];
    expect(result.verdict).toBe(VERDICTS[figures?.verdict ?? ""]);
    const known = figures !== undefined && figures.CAC !== null && figures.客单价 !== null;
    if (known) expect(headroom).toBeCloseTo((figures.客单价 ?? 0) * 0.1 - (figures.CAC ?? 0), 9);
    else expect(headroom).toBeNull();
  }
});

describe("the sample shop", () => {
  const sample = analysisOf(sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" }));
  const { market } = sample.programme;

  test("every benchmark has an own figure", () => {
    expect(market.benchmarks.filter(({ own }) => own === null)).toEqual([]);
  });

  test("R21: channels know what their customers are worth", () => {
    const channels = market.channels ?? [];
    expect(channels.filter(({ clv }) => clv !== null).length).toBeGreaterThan(3);
    expect(channels.every(({ result, customers }) => customers > 0 || (result.newCustomers ?? 0) === 0)).toBe(
      true,
    );
  });

  test("R55: spend of new and existing customers is parted, and their net adds up", () => {
    expect(market.spend.newCustomers).toBe(sample.channels?.spend);
    expect(market.spend.existing).toBeGreaterThan(0);
    const net = market.mix.reduce((sum, line) => sum + line.net, 0);
    const buyers = sample.customers.filter(({ orders }) => orders > 0);
    expect(net).toBeCloseTo(
      buyers.reduce((sum, { netSpend }) => sum + netSpend, 0),
      6,
    );
  });

  test("R51: stages of the funnel never grow", () => {
    const reached = market.funnel?.stages.map((stage) => stage.reached) ?? [];
    expect(reached.length).toBeGreaterThan(2);
    expect([...reached].sort((a, b) => b - a)).toEqual(reached);
  });

  test("R45: companies have a trend by industry", () => {
    expect(market.industries?.lines.length).toBeGreaterThan(1);
    expect(market.industries?.months).toHaveLength(12);
  });

  test("R71: the month's review names three changes, the largest first, and what is to be done", () => {
    const { changes, actions, statuses, month, monthBefore } = monthReview(sample);
    expect(changes).toHaveLength(3);
    const size = ({ kpi }: (typeof changes)[number]) =>
      Math.abs((kpi.value ?? 0) - (kpi.before ?? 0)) /
      Math.max(Math.abs(kpi.value ?? 0), Math.abs(kpi.before ?? 0));
    const sizes = changes.map(size);
    expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
    expect(actions.map(({ code }) => code)).toEqual(expect.arrayContaining(["winBack", "unpaid"]));
    expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(sample.kpis.length);
    expect((month?.month ?? 0) - (monthBefore?.month ?? 0)).toBeGreaterThanOrEqual(28);
  });
});

describe("R71: a small world", () => {
  const world = smallAnalysis();
  const withKpis = (
    change: (kpi: Analysis["kpis"][number]) => Partial<Analysis["kpis"][number]>,
  ): Analysis => ({
    ...world,
    kpis: world.kpis.map((kpi) => ({ ...kpi, ...change(kpi) })),
  });

  test("nothing to compare with is no change", () => {
    expect(monthReview(world).changes).toEqual([]);
  });

  test.each([
    { name: "churn that fell is better", id: "churn", value: 0.2, before: 0.3, better: true },
    { name: "churn that rose is worse", id: "churn", value: 0.3, before: 0.2, better: false },
    { name: "retention that fell is worse", id: "retention", value: 0.6, before: 0.7, better: false },
  ])("$name", ({ id, value, before, better }) => {
    const { changes } = monthReview(
      withKpis((kpi) =>
        kpi.id === id ? { value, before, direction: id === "churn" ? "down" : "up" } : { before: null },
      ),
    );
    expect(changes.map((change) => [change.kpi.id, change.better])).toEqual([[id, better]]);
    expect(changes[0]?.causes).toEqual([{ code: "riskAlerts", customers: 1 }]);
  });

  test("a change of less than half a per cent of itself is none", () => {
    const still = withKpis((kpi) => (kpi.id === "repeatRate" ? { value: 0.6, before: 0.5975 } : {}));
    expect(monthReview(still).changes).toEqual([]);
  });
});
