import { dayOf } from "../../../src/core/math/day";
import { snapshotAge } from "../../../src/core/snapshots";

const on = (...days: readonly number[]) => days.map((takenOn) => ({ takenOn }));

test.each([
  {
    name: "one month ago, to the day, is in time",
    last: dayOf(2025, 11, 30),
    asOf: dayOf(2025, 12, 30),
    months: 1,
    stale: false,
  },
  {
    name: "one month and a day ago is stale",
    last: dayOf(2025, 11, 29),
    asOf: dayOf(2025, 12, 30),
    months: 1,
    stale: true,
  },
  {
    name: "at a month's end the month ends with the shorter month",
    last: dayOf(2025, 1, 31),
    asOf: dayOf(2025, 2, 28),
    months: 1,
    stale: false,
  },
  {
    name: "the end of last month, at the end of a longer one, is in time",
    last: dayOf(2025, 11, 30),
    asOf: dayOf(2025, 12, 31),
    months: 1,
    stale: false,
  },
  {
    name: "yesterday is in time",
    last: dayOf(2025, 12, 29),
    asOf: dayOf(2025, 12, 30),
    months: 0,
    stale: false,
  },
  {
    name: "half a year ago is stale",
    last: dayOf(2025, 6, 30),
    asOf: dayOf(2025, 12, 30),
    months: 6,
    stale: true,
  },
])("R19: a snapshot of $name", ({ last, asOf, months, stale }) => {
  expect(snapshotAge(on(last - 100, last), asOf)).toMatchObject({
    lastOn: last,
    months,
    stale,
    days: asOf - last,
  });
});

test("R19: the snapshot of the day itself and later ones do not count; without an earlier one nothing is late", () => {
  expect(snapshotAge(on(100, 101), 100)).toBeNull();
  expect(snapshotAge([], 100)).toBeNull();
});
