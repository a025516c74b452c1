import fc from "fast-check";
import { dayOfMoment } from "../../../src/core/math/day";
import { parseDay, parseMoment, PLAIN_READING } from "../../../src/core/tables";

test.each([
  { name: "a whole serial is its day", serial: 45_660, day: 20_091 },
  { name: "noon is the same day", serial: 45_660.5, day: 20_091 },
  { name: "the last whole second is the same day", serial: 45_660 + 86_399 / 86_400, day: 20_091 },
  { name: "what rounds to midnight is the next day", serial: 45_660 + 86_399.6 / 86_400, day: 20_092 },
])("$name", ({ serial, day }) => {
  expect(parseDay(serial, PLAIN_READING)).toBe(day);
});

test("the day of a serial is the day of its moment, in both date systems", () => {
  const nearMidnight = fc
    .tuple(fc.integer({ min: -1, max: 110_000 }), fc.double({ min: 0, max: 0.0003, noNaN: true }))
    .map(([day, part]) => day - part);
  const serial = fc.oneof(nearMidnight, fc.double({ min: -1, max: 120_000, noNaN: true }));
  fc.assert(
    fc.property(serial, fc.boolean(), (cell, date1904) => {
      const reading = { ...PLAIN_READING, date1904 };
      const moment = parseMoment(cell, reading);
      expect(parseDay(cell, reading)).toBe(typeof moment === "number" ? dayOfMoment(moment) : moment);
    }),
    { numRuns: 1_000 },
  );
});
