import type { CustomerRow } from "../analysis/types";
import type { DayNumber } from "../math/day";

export interface DeadMembers {
  readonly days: number;
  readonly members: number;
  /** Members too new to be judged: first seen within the days. */
  readonly tooNew: number;
  /** No order and no answer within the days; the longest silent first. */
  readonly dead: readonly { readonly row: CustomerRow; readonly lastSign: DayNumber | null }[];
  /** Of the dead: members who never bought. */
  readonly neverBought: number;
  /** dead ÷ (members − tooNew); null with nobody to judge. */
  readonly share: number | null;
}

/**
 * Members who give no sign of life (会员客户实际上是一种死客户): a member number, and neither an order nor an answered
 * touch in the last `days`. A sign exactly that long ago still counts as life.
 *
 * @param answeredOn - day of the latest touch the customer answered; null: none
 */
export function deadMembers(
  rows: readonly CustomerRow[],
  answeredOn: (row: CustomerRow) => DayNumber | null,
  asOf: DayNumber,
  days = 180,
): DeadMembers {
  const members = rows.filter(({ record }) => (record?.memberId ?? "") !== "");
  const isNew = ({ firstDay }: CustomerRow) => firstDay !== null && asOf - firstDay < days;
  const judged = members.filter((row) => !isNew(row));
  const dead = judged
    .map((row) => {
      const signs = [row.lastDay, answeredOn(row)].filter((day) => day !== null);
      return { row, lastSign: signs.length === 0 ? null : Math.max(...signs) };
    })
    .filter(({ lastSign }) => lastSign === null || asOf - lastSign > days)
    .sort((one, other) => (one.lastSign ?? -Infinity) - (other.lastSign ?? -Infinity));
  return {
    days,
    members: members.length,
    tooNew: members.length - judged.length,
    dead,
    neverBought: dead.filter(({ row }) => row.totalOrders === 0).length,
    share: judged.length > 0 ? dead.length / judged.length : null,
  };
}
