import { kpiResult, kpiTarget, type KpiMeasure, type StatedTarget } from "../../../src/core/kpi";

const measure = (parts: Partial<KpiMeasure>): KpiMeasure => ({
  value: 0.8,
  numerator: 80,
  denominator: 100,
  interval: null,
  sample: null,
  coverage: null,
  missing: null,
  lateFrom: null,
  tooFew: false,
  ...parts,
});

const stated = (parts: Partial<StatedTarget>): StatedTarget => ({
  kpi: "satisfaction",
  target: null,
  mode: null,
  direction: null,
  baseline: null,
  baselinePeriod: "",
  owner: "",
  dueOn: null,
  ...parts,
});

const context = { asOf: 100, smallSample: 30, before: null };

test("the brief's targets hold where the sheet states none", () => {
  expect(kpiTarget("completeness", undefined)).toMatchObject({
    target: 0.95,
    mode: "absolute",
    targetSource: "brief",
  });
  expect(kpiTarget("responseRate", undefined)).toMatchObject({ target: 0.2, mode: "relative" });
  expect(kpiTarget("cac", undefined)).toMatchObject({ target: -0.3, mode: "relative", direction: "down" });
  expect(kpiTarget("coreRepeatRate", undefined)).toMatchObject({ target: 0.25, mode: "relative" });
  expect(kpiTarget("referralShareOfNew", undefined)).toMatchObject({
    target: 0.6,
    targetSource: "benchmark",
  });
  expect(kpiTarget("nps", undefined)).toMatchObject({ target: null, targetSource: null });
});

test("a stated target takes the place of the brief's, and is absolute unless it says otherwise", () => {
  expect(kpiTarget("cac", stated({ target: 120 }))).toMatchObject({
    target: 120,
    mode: "absolute",
    direction: "down",
    targetSource: "sheet",
  });
});

test("a baseline alone keeps the brief's target and its mode", () => {
  expect(kpiTarget("coreRepeatRate", stated({ baseline: 0.4, baselinePeriod: "2024" }))).toMatchObject({
    target: 0.25,
    mode: "relative",
    baseline: 0.4,
    baselinePeriod: "2024",
    targetSource: "brief",
  });
});

describe("states", () => {
  test("a target whose day lies ahead is not due, unless it is met already", () => {
    const due = kpiTarget("satisfaction", stated({ target: 0.9, dueOn: 101 }));
    expect(kpiResult("satisfaction", measure({}), due, context).status).toBe("notDue");
    expect(kpiResult("satisfaction", measure({ value: 0.95 }), due, context).status).toBe("met");
    expect(kpiResult("satisfaction", measure({}), { ...due, dueOn: 100 }, context).status).toBe("notMet");
  });

  const target = kpiTarget("satisfaction", undefined);
  const index = (value: number, low: number, high: number, sample: number) =>
    kpiResult("satisfaction", measure({ value, interval: { low, high }, sample }), target, context);

  test("a small sample with the target inside its interval cannot tell", () => {
    expect(index(81.8, 71, 92, 11)).toMatchObject({ status: "smallSample", smallSample: true });
    expect(index(88, 80, 96, 11)).toMatchObject({ status: "smallSample", smallSample: true });
  });

  test("a small sample that leaves no doubt keeps its state, with the badge", () => {
    expect(index(60, 50, 70, 11)).toMatchObject({ status: "notMet", smallSample: true });
    expect(index(95, 90, 100, 11)).toMatchObject({ status: "met", smallSample: true });
  });

  test("a few answers that are all alike cannot tell", () => {
    expect(index(100, 100, 100, 2)).toMatchObject({ status: "smallSample", smallSample: true });
    expect(index(100, 100, 100, 30)).toMatchObject({ status: "met", smallSample: false });
  });

  test("everybody on time is 100 % even with three of three", () => {
    const rate = measure({ value: 1, interval: { low: 0.5, high: 1 }, sample: 3 });
    expect(
      kpiResult("complaintOnTime", rate, kpiTarget("complaintOnTime", undefined), context),
    ).toMatchObject({
      status: "met",
      smallSample: true,
    });
  });

  test("a sample at the setting is not small", () => {
    expect(index(81.8, 71, 92, 30)).toMatchObject({ status: "notMet", smallSample: false });
  });

  test("a full count is never small", () => {
    expect(
      kpiResult("completeness", measure({}), kpiTarget("completeness", undefined), context),
    ).toMatchObject({
      status: "notMet",
      smallSample: false,
    });
  });

  test("without a figure the missing sheet is named, and no badge", () => {
    const nothing = measure({ value: null, sample: 0, missing: "touches" });
    expect(kpiResult("responseRate", nothing, kpiTarget("responseRate", undefined), context)).toMatchObject({
      status: "noData",
      missing: "touches",
      smallSample: false,
      gap: null,
    });
  });
});
