import { NO_DAY, type DayNumber } from "../../math/day";
import type { TouchActionId, PlannedTouch } from "../../touch";
import { TIER_IDS } from "../../tiers/types";
import type { ActionChannelId } from "../../programme/nextAction";
import type { CustomerRow } from "../types";
import type { PlacedInputs } from "./customerPlaces";
import type { TouchColumns } from "./touchColumns";

/** By what a touch goes out where the customer's own wish is not known. */
const TOUCH_CHANNELS: Readonly<Record<TouchActionId, ActionChannelId>> = {
  ownVisit: "call",
  productNews: "chat",
  coupon: "text",
};

/** One line of the touch plan. */
export interface TouchPlanItem {
  readonly row: CustomerRow;
  readonly touch: PlannedTouch;
  readonly lastOn: DayNumber | null;
  /** The day a touch stands in the touch sheet, not done yet. */
  readonly scheduledOn: DayNumber | null;
  /** In the sheet's words; "": `channelId`. */
  readonly channel: string;
  readonly channelId: ActionChannelId;
  /** "": nobody, or somebody who has left. */
  readonly owner: string;
}

const STATES: readonly PlannedTouch["state"][] = ["overdue", "due", "upcoming", "onHold"];

/** Everybody with a rhythm: what is overdue first, what is on hold last; within each the best tier, then the day. */
export function touchListOf(
  { rows, settings }: PlacedInputs,
  plan: readonly (PlannedTouch | null)[],
  columns: TouchColumns,
): readonly TouchPlanItem[] {
  const left = new Set(settings.programme.formerOwners);
  const dayAt = (days: Int32Array, place: number) => {
    const day = days[place] ?? NO_DAY;
    return day === NO_DAY ? null : day;
  };
  const items: TouchPlanItem[] = [];
  plan.forEach((touch, place) => {
    const row = rows[place];
    if (touch === null || row === undefined) return;
    const owner = row.record?.owner ?? "";
    items.push({
      row,
      touch,
      lastOn: dayAt(columns.last[touch.action], place),
      scheduledOn: dayAt(columns.scheduled, place),
      channel: row.record?.contactPreference ?? "",
      channelId: TOUCH_CHANNELS[touch.action],
      owner: left.has(owner) ? "" : owner,
    });
  });
  const state = ({ touch }: TouchPlanItem) => STATES.indexOf(touch.state);
  const tier = ({ row }: TouchPlanItem) => TIER_IDS.findIndex((id) => id === row.tier);
  return items.sort(
    (one, other) =>
      state(one) - state(other) ||
      tier(one) - tier(other) ||
      one.touch.dueOn - other.touch.dueOn ||
      (one.row.rank ?? Infinity) - (other.row.rank ?? Infinity),
  );
}
