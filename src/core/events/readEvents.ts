import type { TableProblem } from "../analysis/types";
import type { DayNumber } from "../math/day";
import { normaliseId, type MappedTable } from "../tables";
import { forEachRow } from "../tables/forEachRow";
import type { ReadingSettings } from "../tables/tableReader";

/** One event with its guests, put together from all rows that name it on one day. */
export interface EventRecord {
  readonly name: string;
  readonly type: string;
  readonly heldOn: DayNumber;
  /** Keys of the customers; who came is invited, whatever the other column says. */
  readonly invited: ReadonlySet<string>;
  readonly attended: ReadonlySet<string>;
}

const BETWEEN_GUESTS = /[、,，;；\n]+/;

/**
 * Reads the event sheets: one row an event with lists of guests (separated by commas, 、 or semicolons), or
 * one row a guest. A row without a day is a problem.
 *
 * @returns oldest first
 */
export function readEvents(
  tables: readonly MappedTable<"events">[],
  settings: ReadingSettings,
): { readonly events: readonly EventRecord[]; readonly problems: readonly TableProblem[] } {
  const events = new Map<
    string,
    { name: string; type: string; heldOn: DayNumber; invited: Set<string>; attended: Set<string> }
  >();
  const problems = forEachRow(tables, settings, (reader, row) => {
    const name = reader.text(row, "event");
    const heldOn = reader.day(row, "heldOn");
    if (heldOn === null) {
      if (reader.text(row, "heldOn") === "") reader.report(row, "heldOn", "missingValue");
      return;
    }
    const key = `${String(heldOn)} ${name}`;
    let event = events.get(key);
    if (event === undefined) {
      event = {
        name,
        type: reader.text(row, "type"),
        heldOn,
        invited: new Set(),
        attended: new Set(),
      };
      events.set(key, event);
    }
    for (const guest of guestsOf(reader.text(row, "invited"))) event.invited.add(guest);
    for (const guest of guestsOf(reader.text(row, "attended"))) {
      event.invited.add(guest);
      event.attended.add(guest);
    }
  });
  return { events: [...events.values()].sort((one, other) => one.heldOn - other.heldOn), problems };
}

function guestsOf(text: string): readonly string[] {
  return text
    .split(BETWEEN_GUESTS)
    .map((guest) => normaliseId(guest))
    .filter((guest) => guest !== "");
}
