import { NotKnowableError } from "../../core/errors";
import { dayOfMoment, NO_DAY, serialOfDay, type DayNumber } from "../../core/math/day";
import { columnDateOrder, parseDay, PLAIN_READING, cellText } from "../../core/tables";
import { nextTouch } from "../../core/touch";
import { isBlankOrZero } from "../arguments/cellOf";
import { COLUMN, columnBeside } from "../arguments/columns";
import { LANGUAGE } from "../arguments/parameter";
import type { Range } from "../arguments/range";
import { tierNamed } from "../tierNamed";
import { word } from "../words";
import { define, type ResultCell } from "./definition";

export const NEXTTOUCH = define({
  parameters: {
    tiers: COLUMN,
    lastTouches: columnBeside("tiers"),
    asOf: { kind: "moment" },
    lang: LANGUAGE,
  },
  compute({ tiers, lastTouches, asOf }, language) {
    const touches = touchDays(lastTouches);
    const latest = touches.reduce<DayNumber>(
      (last, day) => (day !== null && day > last ? day : last),
      NO_DAY,
    );
    const today = asOf === null ? latest : dayOfMoment(asOf);
    if (today === NO_DAY) throw new NotKnowableError("noTouches");
    const nothing: ResultCell[] = ["", "", ""];
    return touches.map((touched, row): ResultCell[] => {
      const tier = tierNamed(cellText(tiers.cell(row, 0)));
      const next =
        tier === null || touched === null
          ? null
          : nextTouch(tier, touched === NO_DAY ? null : touched, today);
      if (next === null) return nothing;
      return [serialOfDay(next.dueOn), word(language, `touchAction.${next.action}`), next.overdue];
    });
  },
});

/** Day of each row's last touch; NO_DAY: blank, so none yet; null: no date (a heading, an error). */
function touchDays(range: Range): (DayNumber | null)[] {
  const rows = range.rows(range.height);
  const reading = { ...PLAIN_READING, dateOrder: columnDateOrder(rows, 0) };
  return rows.map(([cell = null]) => {
    if (isBlankOrZero(cell)) return NO_DAY;
    const day = parseDay(cell, reading);
    return typeof day === "number" ? day : null;
  });
}
