import fc from "fast-check";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { CALENDAR_HOURS, serviceCalendar, slaCounts, slaState } from "../../../src/core/service";

const HOUR = 3_600;

test.each([
  { name: "exactly on the limit is met", finished: 2 * HOUR, now: 9 * HOUR, state: "met" },
  { name: "a second over is missed", finished: 2 * HOUR + 1, now: 9 * HOUR, state: "missed" },
  { name: "open exactly on the limit is pending", finished: null, now: 2 * HOUR, state: "pending" },
  { name: "open a second past it is missed", finished: null, now: 2 * HOUR + 1, state: "missed" },
  { name: "finished at the start is met", finished: 0, now: 0, state: "met" },
  { name: "finished before it started is in no rate", finished: -1, now: 9 * HOUR, state: "invalid" },
  { name: "finished after now is not known yet: pending", finished: HOUR, now: HOUR - 1, state: "pending" },
  {
    name: "finished after now and past the limit is missed",
    finished: 9 * HOUR,
    now: 3 * HOUR,
    state: "missed",
  },
])("R35, R36: $name", ({ finished, now, state }) => {
  expect(slaState(0, finished, 2 * HOUR, now, CALENDAR_HOURS)).toBe(state);
});

test("R35: the question of 17:30 that is answered at 09:10 is a miss by calendar and a hit by working hours", () => {
  // 1970-01-06 was a Tuesday.
  const started = [5 * 86_400 + 17.5 * HOUR];
  const finished = [6 * 86_400 + 9 * HOUR + 600];
  const counts = (which: "calendar" | "working") =>
    slaCounts(started, finished, 2, 7 * 86_400, serviceCalendar(DEFAULT_SETTINGS.service, which));
  expect(counts("calendar")).toEqual({ met: 0, missed: 1, pending: 0, rate: 0, invalid: 0 });
  expect(counts("working")).toEqual({ met: 1, missed: 0, pending: 0, rate: 1, invalid: 0 });
});

test.each([
  {
    name: "blank starts and starts after the as-of moment are left out",
    started: [NaN, 10 * HOUR, 0],
    finished: [HOUR, NaN, HOUR],
    counts: { met: 1, missed: 0, pending: 0, rate: 1, invalid: 0 },
  },
  {
    name: "finished before started is counted apart",
    started: [HOUR, 0],
    finished: [0, 5 * HOUR],
    counts: { met: 0, missed: 1, pending: 0, rate: 0, invalid: 1 },
  },
  {
    name: "with nothing due there is no rate",
    started: [5 * HOUR],
    finished: [NaN],
    counts: { met: 0, missed: 0, pending: 1, rate: null, invalid: 0 },
  },
  {
    name: "no rows",
    started: [],
    finished: [],
    counts: { met: 0, missed: 0, pending: 0, rate: null, invalid: 0 },
  },
])("$name", ({ started, finished, counts }) => {
  expect(slaCounts(started, finished, 2, 6 * HOUR, CALENDAR_HOURS)).toEqual(counts);
});

test.each([
  { name: "columns of unequal length", finished: [1, 2], limit: 2, code: "unequalLength" },
  { name: "a negative limit", finished: [1], limit: -1, code: "negative" },
  { name: "a limit that is no number", finished: [1], limit: NaN, code: "negative" },
])("$name make no sense", ({ finished, limit, code }) => {
  expect(() => slaCounts([1], finished, limit, 5, CALENDAR_HOURS)).toThrow(expect.objectContaining({ code }));
});

test("laws: every started row has one state; a longer limit never misses more; row order does not matter", () => {
  const row = fc.tuple(fc.nat(1_000_000), fc.option(fc.nat(1_000_000), { nil: NaN }));
  fc.assert(
    fc.property(fc.array(row), fc.nat(100), fc.nat(1_000_000), (rows, limit, now) => {
      const counts = (list: typeof rows, hours: number) =>
        slaCounts(
          list.map(([started]) => started),
          list.map(([, finished]) => finished),
          hours,
          now,
          CALENDAR_HOURS,
        );
      const found = counts(rows, limit);
      const started = rows.filter(([start]) => start <= now).length;
      expect(found.met + found.missed + found.pending + found.invalid).toBe(started);
      expect(counts(rows, limit + 1).missed).toBeLessThanOrEqual(found.missed);
      expect(counts([...rows].reverse(), limit)).toEqual(found);
    }),
  );
});
