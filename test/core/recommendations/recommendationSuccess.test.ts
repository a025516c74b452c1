import { dayOf } from "../../../src/core/math/day";
import {
  readRecommendations,
  recommendationSuccess,
  type Recommendation,
} from "../../../src/core/recommendations";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { tableOf } from "../../support/tableOf";

const AS_OF = dayOf(2025, 12, 31);
const DAY = AS_OF - 100;

const made = (more: Partial<Recommendation> = {}): Recommendation => ({
  customerKey: "a",
  item: "辅食",
  recommendedOn: DAY,
  bought: null,
  owner: "",
  ...more,
});

describe("recommendationSuccess", () => {
  const counts = (recommendation: Recommendation, boughtOn: readonly number[], isSold = true) => {
    const {
      made: all,
      bought,
      pending,
    } = recommendationSuccess(
      [recommendation],
      { purchases: () => boughtOn, isSold: () => isSold, ownerOf: () => "" },
      AS_OF,
    );
    return [bought, all, pending];
  };

  test.each([
    { name: "bought on day 30", row: made(), on: [DAY + 30], sold: true, counts: [1, 1, 0] },
    { name: "bought on day 31", row: made(), on: [DAY + 31], sold: true, counts: [0, 1, 0] },
    { name: "bought before it was recommended", row: made(), on: [DAY - 1], sold: true, counts: [0, 1, 0] },
    { name: "bought on the day itself", row: made(), on: [DAY], sold: true, counts: [0, 1, 0] },
    {
      name: "the orders outweigh the sheet",
      row: made({ bought: true }),
      on: [],
      sold: true,
      counts: [0, 1, 0],
    },
    {
      name: "the sheet decides where no order knows the thing",
      row: made({ bought: true }),
      on: [],
      sold: false,
      counts: [1, 1, 0],
    },
    {
      name: "nobody knows: in no rate",
      row: made(),
      on: [],
      sold: false,
      counts: [0, 0, 0],
    },
    {
      name: "not bought yet and days left",
      row: made({ recommendedOn: AS_OF - 29 }),
      on: [],
      sold: true,
      counts: [0, 0, 1],
    },
    {
      name: "without a day the sheet decides",
      row: made({ recommendedOn: null, bought: false }),
      on: [DAY],
      sold: true,
      counts: [0, 1, 0],
    },
    {
      name: "recommended after the as-of date",
      row: made({ recommendedOn: AS_OF + 1, bought: true }),
      on: [],
      sold: true,
      counts: [0, 0, 0],
    },
  ])("$name", ({ row, on, sold, counts: expected }) => expect(counts(row, on, sold)).toEqual(expected));

  test("rates by thing, the most recommended first", () => {
    const found = recommendationSuccess(
      [made({ item: "cup", bought: true }), made({ bought: true }), made({ bought: false })],
      { purchases: () => [], isSold: () => false, ownerOf: () => "" },
      AS_OF,
    );
    expect(found.byItem.map(({ item, rate }) => [item, rate])).toEqual([
      ["辅食", 0.5],
      ["cup", 1],
    ]);
    expect(found.rate).toBeCloseTo(2 / 3, 12);
  });
});

describe("R30: acceptance by owner", () => {
  const facts = {
    purchases: () => [],
    isSold: () => false,
    ownerOf: (key: string) => (key === "a" ? "张三" : ""),
  };

  test("is that of the sheet, else of who looks after the customer, else of nobody", () => {
    const { byOwner } = recommendationSuccess(
      [
        made({ owner: "李四", bought: true }),
        made({ bought: true }),
        made({ bought: false }),
        made({ customerKey: "b", bought: false }),
      ],
      facts,
      AS_OF,
    );
    expect(byOwner.map(({ owner, bought, made: all }) => [owner, bought, all])).toEqual([
      ["张三", 1, 2],
      ["", 0, 1],
      ["李四", 1, 1],
    ]);
  });

  test("has an interval, wide where few were made", () => {
    const { interval } = recommendationSuccess([made({ bought: true })], facts, AS_OF);
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeGreaterThan(0.5);
  });
});

test("readRecommendations names rows of nobody and of nothing", () => {
  const { recommendations, problems } = readRecommendations(
    [
      tableOf(
        "recommendations",
        ["customerId", "item", "recommendedOn", "bought"],
        [
          ["a", "辅食", "2025-01-02", "是"],
          [null, "辅食", "2025-01-02", "是"],
          ["a", null, "2025-01-02", "否"],
        ],
      ),
    ],
    DEFAULT_SETTINGS,
  );
  expect(recommendations).toEqual([
    { customerKey: "a", item: "辅食", recommendedOn: dayOf(2025, 1, 2), bought: true, owner: "" },
  ]);
  expect(problems.map(({ row, code }) => [row, code])).toEqual([
    [3, "noCustomer"],
    [4, "missingValue"],
  ]);
});
