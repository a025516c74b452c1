import fc from "fast-check";
import { dayOf, formatMoment, SECONDS_PER_DAY } from "../../../src/core/math/day";
import { CALENDAR_HOURS, workingHours } from "../../../src/core/service";

const at = (text: string) => {
  const [, year, month, day, hours, minutes, seconds = "0"] =
    /^(\d+)-(\d+)-(\d+) (\d+):(\d+)(?::(\d+))?$/.exec(text) ?? [];
  return (
    dayOf(Number(year), Number(month), Number(day)) * SECONDS_PER_DAY +
    Number(hours) * 3_600 +
    Number(minutes) * 60 +
    Number(seconds)
  );
};

const NINE_TO_SIX = {
  opensAt: 9 * 60,
  closesAt: 18 * 60,
  workdays: [1, 2, 3, 4, 5],
  holidays: [dayOf(2025, 12, 25), dayOf(2025, 12, 27)],
};
const working = workingHours(NINE_TO_SIX);
const HOUR = 3_600;

// 2025-12-02 is a Tuesday.
test.each([
  {
    name: "17:30 to 09:10 next day is 40 minutes",
    from: "2025-12-02 17:30",
    to: "2025-12-03 09:10",
    minutes: 40,
  },
  { name: "over a weekend", from: "2025-12-05 17:00", to: "2025-12-08 10:00", minutes: 120 },
  { name: "inside one day", from: "2025-12-02 09:00", to: "2025-12-02 11:00", minutes: 120 },
  {
    name: "before opening counts from opening",
    from: "2025-12-02 06:00",
    to: "2025-12-02 09:30",
    minutes: 30,
  },
  { name: "all night is nothing", from: "2025-12-02 18:00", to: "2025-12-03 09:00", minutes: 0 },
  { name: "a weekend is nothing", from: "2025-12-06 08:00", to: "2025-12-07 20:00", minutes: 0 },
  {
    name: "a holiday on a working day is nothing",
    from: "2025-12-25 09:00",
    to: "2025-12-25 18:00",
    minutes: 0,
  },
  {
    name: "a holiday at a weekend takes nothing away",
    from: "2025-12-26 17:00",
    to: "2025-12-29 10:00",
    minutes: 120,
  },
  { name: "two whole weeks", from: "2025-11-03 00:00", to: "2025-11-17 00:00", minutes: 10 * 9 * 60 },
  { name: "not later is nothing", from: "2025-12-02 12:00", to: "2025-12-02 11:00", minutes: 0 },
])("working hours, $name", ({ from, to, minutes }) => {
  expect(working.elapsed(at(from), at(to))).toBe(minutes * 60);
});

test("before 1970 the week goes on", () => {
  // 1969-12-26 was a Friday.
  expect(working.elapsed(at("1969-12-26 17:00"), at("1969-12-29 10:00"))).toBe(2 * HOUR);
});

test.each([
  { name: "two hours on the same day", from: "2025-12-02 09:00", hours: 2, due: "2025-12-02 11:00" },
  { name: "two hours over night", from: "2025-12-02 17:30", hours: 2, due: "2025-12-03 10:30" },
  { name: "to the minute of closing", from: "2025-12-02 16:00", hours: 2, due: "2025-12-02 18:00" },
  { name: "from a Saturday", from: "2025-12-06 12:00", hours: 2, due: "2025-12-08 11:00" },
  { name: "over a holiday", from: "2025-12-24 17:00", hours: 2, due: "2025-12-26 10:00" },
  { name: "24 working hours", from: "2025-12-01 09:00", hours: 24, due: "2025-12-03 15:00" },
  { name: "no time at all is due at once", from: "2025-12-06 12:00", hours: 0, due: "2025-12-06 12:00" },
])("due on the working calendar: $name", ({ from, hours, due }) => {
  expect(formatMoment(working.dueAt(at(from), hours * HOUR))).toBe(due);
});

test("calendar hours count every second", () => {
  expect(CALENDAR_HOURS.elapsed(at("2025-12-02 17:30"), at("2025-12-03 09:10"))).toBe(15 * HOUR + 40 * 60);
  expect(CALENDAR_HOURS.elapsed(5, 3)).toBe(0);
  expect(formatMoment(CALENDAR_HOURS.dueAt(at("2025-12-02 17:30"), 2 * HOUR))).toBe("2025-12-02 19:30");
});

test.each([
  { name: "closing before opening", change: { opensAt: 600, closesAt: 600 }, code: "closesBeforeOpening" },
  { name: "opening after the day", change: { opensAt: 1_440 }, code: "outsideDay" },
  { name: "closing after the day", change: { closesAt: 1_500 }, code: "outsideDay" },
  { name: "a time that is no number", change: { closesAt: NaN }, code: "outsideDay" },
  { name: "no working day", change: { workdays: [] }, code: "noWorkdays" },
  { name: "a weekday that is none", change: { workdays: [0, 8] }, code: "noWorkdays" },
])("$name makes no sense", ({ change, code }) => {
  expect(() => workingHours({ ...NINE_TO_SIX, ...change })).toThrow(expect.objectContaining({ code }));
});

const hours = fc.record({
  opensAt: fc.integer({ min: 0, max: 700 }),
  closesAt: fc.integer({ min: 701, max: 1_440 }),
  workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  holidays: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }),
});
const moment = fc.integer({ min: -5 * SECONDS_PER_DAY, max: 70 * SECONDS_PER_DAY });

test("law: agrees with counting minute by minute", () => {
  fc.assert(
    fc.property(hours, fc.integer({ min: -5, max: 60 }), fc.nat(6 * 1_440), (service, day, length) => {
      const from = day * 1_440 + 37;
      let slow = 0;
      for (let minute = from; minute < from + length; minute += 1) {
        const on = Math.floor(minute / 1_440);
        const weekday = ((((on + 3) % 7) + 7) % 7) + 1;
        const clock = minute - on * 1_440;
        const isOpen = clock >= service.opensAt && clock < service.closesAt;
        if (isOpen && service.workdays.includes(weekday) && !service.holidays.includes(on)) slow += 1;
      }
      expect(workingHours(service).elapsed(from * 60, (from + length) * 60)).toBe(slow * 60);
    }),
  );
});

test("law: the due moment is the first by which the time has gone by, and times add up", () => {
  fc.assert(
    fc.property(
      hours,
      moment,
      fc.integer({ min: 1, max: 40 * HOUR }),
      moment,
      (service, from, seconds, via) => {
        const calendar = workingHours(service);
        const due = calendar.dueAt(from, seconds);
        expect(calendar.elapsed(from, due)).toBe(seconds);
        expect(calendar.elapsed(from, due - 1)).toBe(seconds - 1);
        const [a, b, c] = [from, via, due].sort((x, y) => x - y) as [number, number, number];
        expect(calendar.elapsed(a, b) + calendar.elapsed(b, c)).toBe(calendar.elapsed(a, c));
      },
    ),
  );
});
