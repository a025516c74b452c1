import {
  isSatisfied,
  latestAnswers,
  readSurveys,
  satisfactionIndex,
  scaleOfAnswers,
  scaleOfHeading,
  surveySummary,
} from "../../../src/core/surveys";
import { dayOf } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import type { Cell } from "../../../src/core/tables";
import { tableOf } from "../../support/tableOf";

type Field = Parameters<typeof tableOf<"surveys">>[1][number];

const read = (fields: readonly Field[], rows: readonly (readonly Cell[])[]) =>
  readSurveys([tableOf("surveys", fields, rows)], DEFAULT_SETTINGS);
const ASOF = dayOf(2025, 12, 31);

describe("scales", () => {
  test.each([
    ["满意度(1-5)", 1, 5],
    ["满意度（1～5分）", 1, 5],
    ["推荐意愿(0-10)", 0, 10],
    ["Satisfaction 1 to 10", 1, 10],
    ["满意度(百分制)", 0, 100],
    ["Score out of 100", 0, 100],
    ["满意度（5分制）", 1, 5],
    ["满意度(10分)", 0, 10],
    ["满意度(100分)", 0, 100],
  ])("%s is %p to %p", (heading, min, max) => {
    expect(scaleOfHeading(heading)).toEqual({ min, max });
  });

  test("a heading without numbers states none", () => {
    expect(scaleOfHeading("满意度")).toBeNull();
  });

  test.each([
    ["no answers are of 5", [], 1, 5],
    ["answers up to 5 are of 5", [5, 4, 1], 1, 5],
    ["one slip in ten does not change the scale", [5, 4, 4, 3, 5, 4, 5, 4, 3, 55], 1, 5],
    ["answers up to 10 are of 10", [9, 8, 10, 4], 1, 10],
    ["a 0 opens the scale of 10 at 0", [9, 8, 0, 4], 0, 10],
    ["answers beyond 10 are of 100", [85, 90, 7], 0, 100],
  ])("%s", (_name, answers, min, max) => {
    expect(scaleOfAnswers(answers)).toEqual({ min, max });
  });
});

describe("R73: questions about rivals", () => {
  const refusals = (field: Field, cells: readonly Cell[]) =>
    read(
      ["customerId", field],
      cells.map((cell, index) => [`c${String(index)}`, cell]),
    );

  test.each<{ name: string; field: Field; cells: readonly Cell[]; shares: readonly (number | null)[] }>([
    { name: "1 to 5, refused", field: "refusesRivals", cells: [5, 4, 1], shares: [1, 0.75, 0] },
    {
      name: "1 to 5, considered: turned round",
      field: "considersRivals",
      cells: [5, 4, 1],
      shares: [0, 0.25, 1],
    },
    { name: "yes and no", field: "refusesRivals", cells: ["是", "否", "Yes", false], shares: [1, 0, 1, 0] },
    { name: "yes and no, considered", field: "considersRivals", cells: ["会", "不会"], shares: [0, 1] },
    { name: "1 and 0 are yes and no", field: "refusesRivals", cells: [1, 0, 1], shares: [1, 0, 1] },
    { name: "nothing but 1 is the low end of 1 to 5", field: "refusesRivals", cells: [1, 1], shares: [0, 0] },
    {
      name: "agreement in words",
      field: "refusesRivals",
      cells: ["同意", "非常不同意", "Strongly agree"],
      shares: [0.75, 0, 1],
    },
    { name: "blank is no answer", field: "refusesRivals", cells: [5, "-", ""], shares: [1, null] },
    {
      name: "the scale of the heading",
      field: "refusesRivals=拒绝竞品(0-10)",
      cells: [8, 5],
      shares: [0.8, 0.5],
    },
  ])("$name", ({ field, cells, shares }) => {
    const { answers, problems } = refusals(field, cells);
    expect(answers.map(({ refusesRivals }) => refusesRivals).slice(0, shares.length)).toEqual(shares);
    expect(problems).toEqual([]);
  });

  test("where both ways are asked, the refusal counts", () => {
    const { answers } = read(
      ["customerId", "considersRivals", "refusesRivals"],
      [
        ["a", 5, 5],
        ["b", 5, ""],
      ],
    );
    expect(answers.map(({ refusesRivals }) => refusesRivals)).toEqual([1, 0]);
  });

  test.each<{ name: string; cells: readonly Cell[]; shares: readonly number[] }>([
    { name: "fractions", cells: [0.6, 1, 0], shares: [0.6, 1, 0] },
    { name: "numbers above 1 are per cent", cells: [60, 100, 1], shares: [0.6, 1, 0.01] },
    { name: "per cent signs", cells: ["60%", "１００ %"], shares: [0.6, 1] },
    { name: "signs beside fractions", cells: ["60%", 0.5], shares: [0.6, 0.5] },
  ])("share of wallet: $name", ({ cells, shares }) => {
    const { answers, problems } = refusals("walletShare", cells);
    answers.forEach(({ walletShare }, place) => expect(walletShare).toBeCloseTo(shares[place] ?? NaN, 12));
    expect(problems).toEqual([]);
  });

  test.each<{ name: string; field: Field; cells: readonly Cell[]; code: string }>([
    { name: "more than everything", field: "walletShare", cells: [50, 120], code: "outOfScale" },
    { name: "below nothing", field: "walletShare", cells: [50, -1], code: "outOfScale" },
    { name: "a word nobody knows", field: "refusesRivals", cells: [5, "看情况"], code: "unreadableNumber" },
  ])("$name is a problem and no answer", ({ field, cells, code }) => {
    const { answers, problems } = refusals(field, cells);
    expect(answers[1]).toMatchObject({ refusesRivals: null, walletShare: null });
    expect(problems).toMatchObject([{ row: 3, code }]);
  });

  test("the latest answer counts, and a later blank does not wipe it out", () => {
    const { answers } = read(
      ["customerId", "answeredOn", "refusesRivals", "walletShare"],
      [
        ["a", "2025-11-01", 2, 0.5],
        ["a", "2025-12-01", 5, ""],
      ],
    );
    const day = (month: number) => dayOf(2025, month, 1);
    expect(latestAnswers(answers, ASOF).get("a")).toMatchObject({
      refusesRivals: { share: 1, on: day(12) },
      walletShare: { share: 0.5, on: day(11) },
    });
  });
});

describe("reading", () => {
  test("a blank answer is no answer, one beyond the scale is a problem", () => {
    const { answers, problems } = read(
      ["customerId", "answeredOn", "satisfaction=满意度(1-5)", "recommend=推荐意愿(0-10)"],
      [
        ["a", "2025-12-01", 0, 11],
        ["b", "不详", "", 0],
        ["c", "", "很满意", "-"],
        ["d", "", "4分", "九"],
        ["", "2025-12-01", 5, 5],
      ],
    );
    expect(answers.map(({ satisfaction, recommend }) => [satisfaction, recommend])).toEqual([
      [null, null],
      [null, 0],
      [5, null],
      [4, null],
    ]);
    expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, "satisfaction", "outOfScale"],
      [2, "recommend", "outOfScale"],
      [3, "answeredOn", "unreadableDate"],
      [5, "recommend", "unreadableNumber"],
      [6, "customerId", "noCustomer"],
    ]);
  });

  test("without a customer column every row is somebody", () => {
    const { answers } = read(["satisfaction"], [[5], [5], [4]]);
    expect(latestAnswers(answers, ASOF).size).toBe(3);
  });
});

describe("the latest answer of each customer", () => {
  const { answers } = read(
    ["customerId", "answeredOn", "satisfaction=满意度(1-5)", "recommend"],
    [
      ["a", "2025-06-01", 5, 10],
      ["a", "2025-12-01", 2, ""],
      ["a", "2026-01-01", 1, 0],
      ["b", "", 3, 7],
      ["b", "2020-01-01", 4, ""],
    ],
  );
  const latest = latestAnswers(answers, ASOF);

  test("counts, up to the as-of day; a later blank does not wipe out an answer", () => {
    expect(latest.get("a")?.satisfaction).toEqual({ ofTop: 0.4, ofRange: 0.25, on: dayOf(2025, 12, 1) });
    expect(latest.get("a")?.recommend).toEqual({ value: 10, on: dayOf(2025, 6, 1) });
  });

  test("an answer without a date comes before every dated one", () => {
    expect(latest.get("b")?.satisfaction?.ofTop).toBe(0.8);
  });
});

test("4 of 5, 8 of 10 and 80 of 100 are satisfied", () => {
  const of = (heading: string, value: number) => {
    const { answers } = read(["customerId", `satisfaction=${heading}`], [["a", value]]);
    const answer = latestAnswers(answers, ASOF).get("a");
    return answer !== undefined && isSatisfied(answer);
  };
  expect([of("(1-5)", 4), of("(0-10)", 8), of("百分制", 80)]).toEqual([true, true, true]);
  expect([of("(1-5)", 3), of("(0-10)", 7), of("百分制", 79)]).toEqual([false, false, false]);
});

test("indices, CSAT and NPS over those who answered each question", () => {
  const { answers } = read(
    ["customerId", "satisfaction=满意度(1-5)", "recommend=推荐意愿(0-10)"],
    [
      ["a", 5, 10],
      ["b", 4, 9],
      ["c", 1, 6],
      ["d", "", 7],
    ],
  );
  const { summary, intervals } = surveySummary(latestAnswers(answers, ASOF).values());
  expect(summary.n).toBe(3);
  expect(summary.indexTimes).toBeCloseTo((100 * 10) / 15, 10);
  expect(summary.indexMinmax).toBeCloseTo((100 * (1 + 0.75 + 0)) / 3, 10);
  expect(summary.mean5).toBeCloseTo(10 / 3, 10);
  expect(summary.csat).toBeCloseTo(2 / 3, 10);
  expect(summary).toMatchObject({ npsN: 4, promoters: 2, detractors: 1, nps: 25 });
  expect(intervals.times?.high).toBe(100);
  const first = latestAnswers(answers, ASOF).get("b");
  expect(first && [satisfactionIndex(first, "times"), satisfactionIndex(first, "minmax")]).toEqual([80, 75]);
});

test("without answers nothing is known, and nothing is 0", () => {
  expect(surveySummary([]).summary).toEqual({
    n: 0,
    mean5: null,
    indexTimes: null,
    indexMinmax: null,
    csat: null,
    npsN: 0,
    promoters: 0,
    detractors: 0,
    nps: null,
  });
});

describe("attitudes", () => {
  const read = (rows: readonly (readonly (string | number | null)[])[]) =>
    readSurveys(
      [tableOf("surveys", ["customerId", "answeredOn", "trust", "priceSensitivity=价格敏感(1-5)"], rows)],
      DEFAULT_SETTINGS,
    ).answers;

  test("are shares of their scale, words among them", () => {
    const [low, high] = read([
      ["a", "2025-01-01", 1, "低"],
      ["b", "2025-01-01", 5, "很高"],
    ]);
    expect([low?.trust, low?.priceSensitivity]).toEqual([0, 0.25]);
    expect([high?.trust, high?.priceSensitivity]).toEqual([1, 1]);
    expect(high?.choosingTime).toBeNull();
  });

  test("the latest counts, and a blank does not wipe it out", () => {
    const answers = read([
      ["a", "2025-01-01", 1, 3],
      ["a", "2025-02-01", 5, null],
    ]);
    const latest = latestAnswers(answers, dayOf(2025, 12, 31)).get("a");
    expect(latest?.trust?.share).toBe(1);
    expect(latest?.priceSensitivity?.share).toBe(0.5);
  });
});
