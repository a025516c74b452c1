import { DEFAULT_SETTINGS, type Settings } from "../../../src/core/settings";
import { dayOf, SECONDS_PER_DAY } from "../../../src/core/math/day";
import { buildReport } from "../../../src/reports";
import type { Locale } from "../../../src/i18n";
import { mergeSettings, NO_OVERRIDES, readTables, settingsFromSheet } from "../../../src/sources";
import { rawSheetOf } from "../../support/rawSheetOf";
import { smallAnalysis } from "../../support/smallAnalysis";

/** Another value for every setting a sheet shows, so that a row which is not read back is seen. */
const OTHER: Settings = {
  asOf: dayOf(2025, 11, 30),
  now: dayOf(2025, 11, 30) * SECONDS_PER_DAY + 12 * 3_600 + 60,
  language: DEFAULT_SETTINGS.language,
  windowDays: 180,
  bins: 4,
  ties: "mid",
  weights: { r: 2, f: 4, m: 3 },
  cuts: { r: [30, 90, 180], f: [1, 2, 4], m: [100, 500, 2_000] },
  topShare: 0.25,
  bottomShare: 0.15,
  segmentScheme: "klaviyo6",
  winBackMonths: 4,
  dateOrder: "dayFirst",
  timeZone: "Asia/Shanghai",
  currency: { base: "CNY", decimals: 0, rates: { USD: 7.1, "USD 2025-01": 7.25 } },
  duplicates: "keep",
  countZero: true,
  service: {
    calendar: "working",
    opensAt: 8 * 60 + 30,
    closesAt: 17 * 60,
    workdays: [1, 2, 6],
    holidays: [dayOf(2025, 10, 1), dayOf(2025, 10, 2)],
    enquiryHours: 3,
    complaintHours: 48,
    highValueHours: 1.5,
    followUpDays: 5,
  },
  requiredFields: ["name", "industryOrScene"],
  averageOrderBasis: "order",
  channelLimit: 0.12,
  satisfactionScale: "minmax",
  unpaidHours: 12,
  prediction: {
    horizonDays: 60,
    lowShare: 0.4,
    highShare: 0.2,
    bandCuts: [0.3, 0.7],
    months: 24,
    annualDiscount: 0.08,
    margin: 0.35,
  },
  smallSample: 20,
  mask: "partial",
  reportScope: "compact",
  programme: {
    startOn: dayOf(2026, 2, 1),
    loyalOrders: 4,
    supportDays: 21,
    ticketDays: 14,
    relationalOrders: 5,
    relationalMonths: 8,
    accountContacts: 3,
    contractMonths: 18,
    strategicShare: 0.08,
    bargainShare: 0.6,
    fatigueTouches: 3,
    fatigueDays: 14,
    pairCustomers: 9,
    pairConfidence: 0.2,
    pairLift: 1.3,
    manualPairs: [
      ["tea", "cup"],
      ["cup", "tea pot"],
    ],
    rangeShare: 0.25,
    trendGrowth: 0.15,
    newProductDays: 90,
    deadMemberDays: 240,
    adviserCap: 40,
    formerOwners: ["Ann Lee", "李四"],
    secondOrderDays: 45,
    winBackDays: 30,
    recommendationDays: 21,
    holdOutShare: 0.15,
    holdOutSeed: 7,
    needShare: 0.25,
    complaintRepeatDays: 75,
    improvementDays: 21,
    majorHours: 1.5,
    qualityHours: 12,
    gradingHours: 4,
    financeWords: ["发票", "out of pocket"],
    carrierWords: [],
    warehouseWords: ["错发"],
    purchasingWords: ["断货"],
    productWords: ["面料"],
    marketingWords: ["赠品"],
    serviceWords: ["态度"],
    phaseMonths: [1, 4, 10],
    shortGoals: ["nps", "satisfaction"],
    middleGoals: [],
    longGoals: ["feedbackDays", "cac"],
    planTasks: [
      { task: "yearReview", weeks: [50, 52], post: null },
      { task: "survey", weeks: [5, 5], post: "marketing" },
      { task: "salons", weeks: null, post: null },
      { task: "VIP 会员日", weeks: [20, 24], post: "sales" },
    ],
    communityDays: 60,
    onlineEvents: false,
    pointsPerUnit: 1.5,
    pointValue: 0.02,
    pointsNoticeDays: 30,
    rivalShare: 0.5,
    walletShare: 0.9,
    tenureMonths: 30,
    ownerMonths: 6,
    onlineDays: 30,
    ticketCost: 18.5,
    trade: "airline",
  },
};

function readBack(settings: Settings, locale: Locale): { settings: Settings; problems: readonly unknown[] } {
  const model = buildReport({ ...smallAnalysis(), settings }, locale).sheets.find(
    ({ id }) => id === "settings",
  );
  if (model === undefined) throw new Error("no settings sheet");
  const [table] = readTables([rawSheetOf(model)], NO_OVERRIDES).tables.settings;
  if (table === undefined) throw new Error("not recognised as a settings sheet");
  const stated = settingsFromSheet(table);
  return { settings: mergeSettings(DEFAULT_SETTINGS, stated.settings), problems: stated.problems };
}

describe.each<Locale>(["zh-CN", "en"])("%s: the settings sheet of a report", (locale) => {
  test.each([
    { name: "other settings", settings: OTHER },
    { name: "the defaults", settings: DEFAULT_SETTINGS },
  ])("read back gives the same settings: $name", ({ settings }) => {
    expect(readBack(settings, locale)).toEqual({ settings, problems: [] });
  });
});

test("no setting of the other world equals its default, but those a sheet does not show", () => {
  const equal: string[] = [];
  const compare = (path: string, one: unknown, other: unknown): void => {
    if (typeof one === "object" && one !== null && !Array.isArray(one) && path.split(".").length < 2)
      for (const [key, value] of Object.entries(one))
        compare(
          path === "" ? key : `${path}.${key}`,
          value,
          (other as Record<string, unknown> | null)?.[key],
        );
    else if (JSON.stringify(one) === JSON.stringify(other)) equal.push(path);
  };
  compare("", OTHER, DEFAULT_SETTINGS);
  expect(equal).toEqual(["language"]);
});
