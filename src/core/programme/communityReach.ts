import type { CustomerRow } from "../analysis/types";
import type { DayNumber } from "../math/day";

export interface CommunityReach {
  readonly days: number;
  readonly members: number;
  /** Members who gave a sign of life in the days. */
  readonly active: number;
  /** active ÷ members; null without a member. */
  readonly rate: number | null;
}

/**
 * How much of the community is alive (构建稳定客户社群): members with an order, an answered touch or a visit to an
 * event in the last `days`, among all members. A sign exactly that many days ago is outside.
 *
 * New members count too: unlike a silent member, an active one needs no time to show it.
 *
 * @param signOf - day of the latest answer or visit of a customer; null: none
 */
export function communityReach(
  rows: readonly CustomerRow[],
  signOf: (row: CustomerRow) => DayNumber | null,
  asOf: DayNumber,
  days: number,
): CommunityReach {
  const members = rows.filter(({ record }) => (record?.memberId ?? "") !== "");
  const isRecent = (day: DayNumber | null) => day !== null && day > asOf - days && day <= asOf;
  const active = members.filter((row) => isRecent(row.lastDay) || isRecent(signOf(row))).length;
  return {
    days,
    members: members.length,
    active,
    rate: members.length > 0 ? active / members.length : null,
  };
}
