import { recordDay } from "../../customers";
import { loyaltyLadder, switchingCost } from "../../programme";
import type { LadderPlace } from "../../programme/loyaltyLadder";
import type { SwitchingCost } from "../../programme/switchingCost";
import { countByCustomer, type PlacedInputs } from "./customerPlaces";

const DAYS_PER_YEAR = 365.25;

/** What holds each customer, and the step of the loyalty ladder each stands on. */
export interface CustomerTies {
  readonly switching: readonly SwitchingCost[];
  readonly ladder: readonly LadderPlace[];
}

/**
 * Ties of every customer, from what the sheets show: how long they have bought, contract, events, referrals,
 * owner, discounts, points, member number. No sheet tells of products made to measure, so nothing is claimed of
 * them.
 */
export function customerTiesOf(
  inputs: PlacedInputs,
  referrals: Int32Array,
  discountShare: Float64Array | null,
): CustomerTies {
  const { rows, events, asOf } = inputs;
  const attended = countByCustomer(
    inputs,
    events.flatMap((event) => (event.heldOn <= asOf ? [...event.attended] : [])),
  );
  const switching = rows.map(({ record, firstDay }, place) =>
    switchingCost({
      tenureYears: firstDay === null ? 0 : (asOf - firstDay) / DAYS_PER_YEAR,
      custom: null,
      pointsBalance: Number(record?.pointsBalance) || null,
      contractRuns: (recordDay(record?.contractEnd ?? "") ?? asOf - 1) >= asOf,
      eventsAttended: attended[place] ?? 0,
      referralsMade: referrals[place] ?? 0,
      hasOwner: (record?.owner ?? "") !== "",
    }),
  );
  const ladder = rows.map(({ record, tier }, place) =>
    loyaltyLadder({
      rewarded: (discountShare?.[place] ?? 0) > 0 || (Number(record?.pointsBalance) || 0) > 0,
      belongs: (record?.memberId ?? "") !== "" || (attended[place] ?? 0) > 0,
      usesResource: tier === "high" && (record?.owner ?? "") !== "",
    }),
  );
  return { switching, ladder };
}
