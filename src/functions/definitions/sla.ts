import { NotKnowableError } from "../../core/errors";
import { SECONDS_PER_DAY, type Moment } from "../../core/math/day";
import { serviceCalendar, slaCounts } from "../../core/service";
import { DEFAULT_SERVICE } from "../../core/settings";
import { columnDateOrder, parseMoment, PLAIN_READING } from "../../core/tables";
import { COLUMN, columnBeside } from "../arguments/columns";
import { LANGUAGE } from "../arguments/parameter";
import { filledHeight, type Range } from "../arguments/range";
import { define } from "./definition";

export const SLA = define({
  parameters: {
    started: COLUMN,
    finished: columnBeside("started"),
    limitHours: { kind: "number", min: 0, whenBlank: "required" },
    asOf: { kind: "moment" },
    calendar: { kind: "choice", choices: ["calendar", "working"], whenBlank: "calendar" },
    lang: LANGUAGE,
  },
  columns: ["met", "missed", "pending", "rate"],
  compute({ started, finished, limitHours, asOf, calendar }) {
    const height = filledHeight([started, finished]);
    const starts = momentColumn(started, height);
    const ends = momentColumn(finished, height);
    const latest = latestOf([starts, ends]);
    if (latest === null) throw new NotKnowableError("noTimes");
    const counts = slaCounts(
      starts,
      ends,
      limitHours,
      asOf === null ? latest : endOfDateAlone(asOf),
      serviceCalendar(DEFAULT_SERVICE, calendar),
    );
    return [[counts.met, counts.missed, counts.pending, counts.rate]];
  },
});

/** Moments of a column; NaN where the cell is blank or holds no readable time (a heading, an error). */
function momentColumn(range: Range, height: number): Float64Array {
  const rows = range.rows(height);
  const reading = { ...PLAIN_READING, dateOrder: columnDateOrder(rows, 0) };
  return Float64Array.from(rows, (row) => {
    const moment = parseMoment(row[0], reading);
    return typeof moment === "number" ? moment : NaN;
  });
}

/** A request still open on a day is judged when the day is over. */
function endOfDateAlone(asOf: Moment): Moment {
  return asOf % SECONDS_PER_DAY === 0 ? asOf + SECONDS_PER_DAY : asOf;
}

function latestOf(columns: readonly Float64Array[]): Moment | null {
  let latest = -Infinity;
  for (const column of columns) for (const moment of column) if (moment > latest) latest = moment;
  return latest === -Infinity ? null : latest;
}
