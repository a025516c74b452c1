import { eventSummary, readEvents } from "../../../src/core/events";
import { dayOf } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { tableOf } from "../../support/tableOf";

const FIELDS = ["event", "type", "heldOn", "invited", "attended"] as const;
const START = dayOf(2025, 1, 1);
const AS_OF = dayOf(2025, 12, 31);

describe("readEvents", () => {
  test("one row a guest and lists of guests give the same event", () => {
    const rows = [
      ["沙龙", "线下", "2025-03-01", "a", "a"],
      ["沙龙", "线下", "2025-03-01", "b", null],
    ];
    const lists = [["沙龙", "线下", "2025-03-01", "a、b", "a"]];
    const read = (cells: readonly (readonly (string | null)[])[]) =>
      readEvents([tableOf("events", FIELDS, cells)], DEFAULT_SETTINGS).events;
    expect(read(rows)).toEqual(read(lists));
    expect(read(rows)).toHaveLength(1);
  });

  test("who came was invited", () => {
    const { events } = readEvents(
      [tableOf("events", FIELDS, [["e", "", "2025-03-01", "a", "b"]])],
      DEFAULT_SETTINGS,
    );
    expect([...(events[0]?.invited ?? [])]).toEqual(["a", "b"]);
  });

  test("an event without a day is a problem with its row", () => {
    const { events, problems } = readEvents(
      [tableOf("events", FIELDS, [["e", "", null, "a", "b"]])],
      DEFAULT_SETTINGS,
    );
    expect(events).toEqual([]);
    expect(problems).toMatchObject([{ row: 2, field: "heldOn", code: "missingValue" }]);
  });
});

describe("eventSummary", () => {
  const event = (heldOn: number, invited: readonly string[], attended: readonly string[]) => ({
    name: "e",
    type: "",
    heldOn,
    invited: new Set(invited),
    attended: new Set(attended),
  });
  const RULES = { onlineEvents: true };
  const tierOf = (key: string) => (key.startsWith("h") ? ("high" as const) : ("basic" as const));

  test("attendance speaks of high-value guests, events of everybody", () => {
    const found = eventSummary(
      [event(dayOf(2025, 2, 1), ["h1", "h2", "x"], ["h1", "x"]), event(START - 1, ["h1"], ["h1"])],
      tierOf,
      START,
      AS_OF,
      RULES,
    );
    expect(found.events).toMatchObject([{ invited: 3, attended: 2, highInvited: 2, highAttended: 1 }]);
    expect(found.attendance).toMatchObject({ invited: 2, attended: 1, rate: 0.5 });
    expect(found.quarters.map(({ events }) => events)).toEqual([1, 0, 0, 0]);
  });

  test.each([
    { name: "a quarter without an event that ends in 29 days", asOf: dayOf(2025, 12, 2), overdue: true },
    { name: "one that ends in 30 days", asOf: dayOf(2025, 12, 1), overdue: false },
  ])("$name: overdue is $overdue", ({ asOf, overdue }) => {
    expect(eventSummary([], tierOf, START, asOf, RULES).overdue).toBe(overdue);
  });

  test("one event in the quarter is enough", () => {
    expect(eventSummary([event(dayOf(2025, 10, 1), [], [])], tierOf, START, AS_OF, RULES).overdue).toBe(
      false,
    );
  });

  test.each([
    { name: "counts by default", onlineEvents: true, count: 1, overdue: false },
    { name: "does not where the setting says so", onlineEvents: false, count: 0, overdue: true },
  ])("R34: an online event $name", ({ onlineEvents, count, overdue }) => {
    const found = eventSummary(
      [{ ...event(dayOf(2025, 11, 1), ["h1"], ["h1"]), type: "线上直播" }],
      tierOf,
      START,
      AS_OF,
      { onlineEvents },
    );
    expect(found.quarters.at(-1)?.events).toBe(count);
    expect(found.overdue).toBe(overdue);
    expect(found.attendance.invited).toBe(1);
  });
});
