import { dayOf, formatDay, type DayNumber } from "../core/math/day";
import type { Cell, FieldOf } from "../core/tables";
import type { ShopProfile } from "./shopProfile";
import { POINT_VALUE, POINTS_PER_UNIT } from "./simulatePoints";

/** The shop began its programme in the last quarter of the story. */
export const PLAN_START: DayNumber = dayOf(2025, 10, 8);

/** What the shop knows about itself that no other sheet says: the settings a report needs for its costs and plans. */
export function optionRows(profile: ShopProfile): readonly Partial<Record<FieldOf<"settings">, Cell>>[] {
  const { options } = profile;
  return [
    { setting: options.startOn, value: formatDay(PLAN_START) },
    { setting: options.pointsPerUnit, value: POINTS_PER_UNIT },
    { setting: options.pointValue, value: POINT_VALUE },
    { setting: options.ticketCost, value: options.costOfTicket },
  ];
}
