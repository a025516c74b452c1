import { dayOf } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import type { Cell } from "../../../src/core/tables";
import { readTouches, touchResponse } from "../../../src/core/touch";
import { tableOf } from "../../support/tableOf";

type Field = Parameters<typeof tableOf<"touches">>[1][number];

const FROM = dayOf(2025, 1, 1);
const TO = dayOf(2025, 12, 31);
const read = (fields: readonly Field[], rows: readonly (readonly Cell[])[]) =>
  readTouches([tableOf("touches", fields, rows)], DEFAULT_SETTINGS);
const FIELDS = ["customerId", "plannedOn", "doneOn", "channel", "delivered", "responded"] as const;

const { touches, problems } = read(FIELDS, [
  ["a", "2025-03-01", "2025-03-02", "短信", "是", "否"],
  ["a", "2025-04-01", "2025-04-02", "短信", 1, "Y"],
  ["b", "2025-05-01", "2025-05-02", "电话", true, ""],
  ["c", "2025-06-01", "2025-06-02", "短信", "否", ""],
  ["d", "2025-06-01", "2025-06-02", "电话", "", "是"],
  ["e", "2025-06-01", "", "电话", "", ""],
  ["f", "2024-06-01", "2024-12-31", "电话", "是", "是"],
  ["g", "2025-06-01", "2025-06-02", "电话", "也许", "是"],
  ["", "2025-06-01", "2025-06-02", "电话", "是", "是"],
  ["h", "2025-06-01", "32/32/2025", "电话", "是", "是"],
]);

test("responses are divided by what was delivered in the window, not by what was sent", () => {
  expect(touchResponse(touches, FROM, TO)).toEqual({
    delivered: 4,
    responded: 2,
    rate: 0.5,
    customers: { delivered: 3, responded: 2, rate: 2 / 3 },
    byChannel: [
      { channel: "短信", delivered: 2, responded: 1, rate: 0.5 },
      { channel: "电话", delivered: 2, responded: 1, rate: 0.5 },
    ],
  });
});

test("rows that name nobody and words nobody knows are problems", () => {
  expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual([
    [9, "delivered", "unknownValue"],
    [10, "customerId", "noCustomer"],
    [11, "doneOn", "unreadableDate"],
  ]);
});

test("a sheet that does not say what was delivered has no rate", () => {
  const sheet = read(["customerId", "doneOn", "responded"], [["a", "2025-03-02", "是"]]);
  expect(touchResponse(sheet.touches, FROM, TO)).toMatchObject({ delivered: 0, rate: null });
});

test("without a column for the day it was done, a touch is done as planned", () => {
  const sheet = read(
    ["customerId", "plannedOn", "delivered", "responded"],
    [["a", "2025-03-02", "是", "是"]],
  );
  expect(touchResponse(sheet.touches, FROM, TO)).toMatchObject({ delivered: 1, rate: 1 });
});
