import fc from "fast-check";
import {
  channelRowsOf,
  channelTable,
  isReferralSource,
  readChannels,
  type ChannelRow,
} from "../../../src/core/channels";
import { dayOf } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { tableOf } from "../../support/tableOf";

const row = (
  channel: string,
  spend: number | null,
  leads: number | null,
  newCustomers: number | null,
  revenue: number | null,
): ChannelRow => ({ channel, spend, leads, newCustomers, revenue });

/** The fixture's channels, with the cases a verdict can meet. */
const SHOP = [
  row("小红书", 4200, 260, 60, 18000),
  row("抖音信息流", 9000, 420, 50, 14500),
  row("线下展会", 12000, 80, 12, 21600),
  row("老客推荐", 300, 40, 30, 10800),
  row("搜索广告", 1500, 90, 0, 0),
  row("地推", null, 30, 10, 2600),
];

describe("verdicts", () => {
  const cases: readonly [string, ChannelRow, string][] = [
    ["cost at exactly the limit is preferred", row("a", 36, 1, 1, 360), "prefer"],
    ["equality survives rounding", row("a", 29, null, 1, 290), "prefer"],
    ["cost above the limit is not met", row("a", 36.01, 1, 1, 360), "notMet"],
    ["free customers are preferred", row("a", 0, 1, 1, 10), "prefer"],
    ["spend without new customers is said so", row("a", 5, 1, 0, 0), "spendNoNew"],
    ["a blank count of new customers is nobody", row("a", 5, 1, null, null), "spendNoNew"],
    ["blank spend is missing", row("a", null, 1, 1, 10), "costMissing"],
    ["no spend and nobody is not met", row("a", 0, 0, 0, 0), "notMet"],
    ["customers without revenue are not met", row("a", 5, 1, 1, 0), "notMet"],
  ];
  test.each(cases)("%s", (_name, input, verdict) => {
    const result = channelTable([input], 0.1).channels[0];
    expect(result?.verdict).toBe(verdict);
  });

  test("equality holds for every whole per cent and revenue", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100_000 }),
        (percent, revenue) => {
          const at = channelTable([row("a", (percent * revenue) / 100, 1, 1, revenue)], percent / 100);
          const above = channelTable(
            [row("a", (percent * revenue) / 100 + 0.01, 1, 1, revenue)],
            percent / 100,
          );
          expect(at.channels[0]?.verdict).toBe("prefer");
          expect(above.channels[0]?.verdict).toBe("notMet");
        },
      ),
    );
  });
});

test("CAC, order value, ratio and conversion divide by new customers and leads, and only where they can", () => {
  const byName = new Map(channelTable(SHOP, 0.1).channels.map((channel) => [channel.channel, channel]));
  expect(byName.get("老客推荐")).toMatchObject({ cac: 10, orderValue: 360, conversion: 0.75, maxCac: 36 });
  expect(byName.get("搜索广告")).toMatchObject({
    cac: null,
    orderValue: null,
    ratio: null,
    conversion: 0,
    maxCac: null,
  });
  expect(byName.get("地推")).toMatchObject({ cac: null, orderValue: 260, ratio: null, conversion: 1 / 3 });
});

test("blended CAC leaves channels without spend out on both sides", () => {
  const table = channelTable(SHOP, 0.1);
  expect(table.blendedCac).toBeCloseTo(27000 / 152, 12);
  expect(table).toMatchObject({ spend: 27000, newCustomers: 162, costedNewCustomers: 152 });
});

test("referrals are counted by the names of their channel, over all new customers", () => {
  expect(channelTable(SHOP, 0.1).referralShareOfNew).toBeCloseTo(30 / 162, 12);
  expect(["老客推荐", "老带新", " Word of mouth ", "转介绍"].every(isReferralSource)).toBe(true);
  expect(["小红书", "推荐位广告", ""].some(isReferralSource)).toBe(false);
});

test("no channels have no cost and no share", () => {
  expect(channelTable([], 0.1)).toEqual({
    limit: 0.1,
    channels: [],
    blendedCac: null,
    spend: 0,
    newCustomers: 0,
    costedNewCustomers: 0,
    referralShareOfNew: null,
  });
});

describe("several months", () => {
  test("of one channel add up, spellings that differ in width, case and blanks included", () => {
    const table = channelTable([row("Tik Tok", 1, 2, 3, 4), row("ＴＩＫＴＯＫ", 10, 20, 30, 40)], 0.1);
    expect(table.channels).toMatchObject([
      { channel: "Tik Tok", spend: 11, leads: 22, newCustomers: 33, revenue: 44 },
    ]);
  });

  test("a sum with a blank part is not known", () => {
    const table = channelTable([row("a", 1, 2, 3, 4), row("a", null, 20, 30, 40)], 0.1);
    expect(table.channels).toMatchObject([{ spend: null, leads: 22, verdict: "costMissing" }]);
  });

  test("a month without any figure says nothing", () => {
    const blank = row("a", null, null, null, null);
    const table = channelTable([blank, row("a", 1, 2, 3, 4), blank], 0.1);
    expect(table.channels).toMatchObject([{ spend: 1, leads: 2, newCustomers: 3, revenue: 4 }]);
  });

  test("the order of rows changes no figure", () => {
    const figure = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null });
    const rows = fc.array(
      fc
        .tuple(fc.constantFrom("a", "b", "老客推荐"), figure, figure, figure, figure)
        .map((cells) => row(...cells)),
    );
    fc.assert(
      fc.property(rows, (list) => {
        const byName = (table: ReturnType<typeof channelTable>) =>
          [...table.channels].sort((one, other) => (one.channel < other.channel ? -1 : 1));
        const forward = channelTable(list, 0.1);
        const backward = channelTable([...list].reverse(), 0.1);
        expect(byName(backward)).toEqual(byName(forward));
        expect(backward.blendedCac).toEqual(forward.blendedCac);
      }),
    );
  });
});

describe("channel sheets", () => {
  const FIELDS = ["channel", "month", "spend", "leads", "newCustomers", "newCustomerRevenue"] as const;

  test.each([
    ["2025-03", dayOf(2025, 3, 1)],
    ["2025年3月", dayOf(2025, 3, 1)],
    ["2025/3", dayOf(2025, 3, 1)],
    ["202503", dayOf(2025, 3, 1)],
    [202503, dayOf(2025, 3, 1)],
    ["2025-03-15", dayOf(2025, 3, 15)],
    [45731, dayOf(2025, 3, 15)],
  ])("month %p is read", (month, on) => {
    const { rows } = readChannels(
      [tableOf("channels", FIELDS, [["a", month, 1, 1, 1, 1]])],
      DEFAULT_SETTINGS,
    );
    expect(rows[0]?.on).toBe(on);
  });

  test("blank spend is a problem with its row, 0 is none; totals are no channels", () => {
    const { rows, problems } = readChannels(
      [
        tableOf("channels", FIELDS, [
          ["地推", "2025-03", "", 30, 10, 2600],
          ["搜索", "2025-03", 0, 30, "十", -5],
          ["合计", "2025-03", 0, 60, 10, 2600],
          ["", "2025-03", 1, 1, 1, 1],
          ["展会", "13月", 1, 1, 1, 1],
          [null, null, null, null, null, null],
        ]),
      ],
      DEFAULT_SETTINGS,
    );
    expect(rows).toEqual([
      { channel: "地推", on: dayOf(2025, 3, 1), spend: null, leads: 30, newCustomers: 10, revenue: 2600 },
      { channel: "搜索", on: dayOf(2025, 3, 1), spend: 0, leads: 30, newCustomers: null, revenue: null },
    ]);
    expect(problems.map(({ row, code, field }) => [row, code, field])).toEqual([
      [2, "missingValue", "spend"],
      [3, "unreadableNumber", "newCustomers"],
      [3, "outOfScale", "newCustomerRevenue"],
      [5, "missingValue", "channel"],
      [6, "unreadableDate", "month"],
    ]);
  });

  test("windows that follow each other count every month once", () => {
    const months = Array.from(
      { length: 24 },
      (_, index) => `${2024 + Math.floor(index / 12)}-${(index % 12) + 1}`,
    );
    const { rows } = readChannels(
      [
        tableOf(
          "channels",
          FIELDS,
          months.map((month) => ["a", month, 1, 1, 1, 1]),
        ),
      ],
      DEFAULT_SETTINGS,
    );
    const middle = dayOf(2025, 1, 15);
    const before = channelRowsOf(rows, dayOf(2024, 1, 1), middle);
    const after = channelRowsOf(rows, middle + 1, dayOf(2025, 12, 31));
    expect([before.length, after.length]).toEqual([13, 11]);
  });

  test("rows of a sheet without months belong to every window", () => {
    const { rows } = readChannels([tableOf("channels", ["channel", "spend"], [["a", 5]])], DEFAULT_SETTINGS);
    expect(channelRowsOf(rows, 0, 1)).toHaveLength(1);
  });
});
