import { recordDay } from "../../customers";
import { loyaltyLadder, switchingCost } from "../../programme";
import type { LadderPlace } from "../../programme/loyaltyLadder";
import type { SwitchingCost } from "../../programme/switchingCost";
import { countByCustomer, type PlacedInputs } from "./customerPlaces";

/** What holds each customer, and the step of the loyalty ladder each stands on. */
export interface CustomerTies {
  readonly switching: readonly SwitchingCost[];
  readonly ladder: readonly LadderPlace[];
}

/**
 * Ties of every customer, from what the sheets show: how long they have bought, contract, events, referrals,
 * owner, discounts, points, member number, products made to measure where the orders tell of them.
 */
export function customerTiesOf(
  inputs: PlacedInputs,
  referrals: Int32Array,
  discountShare: Float64Array | null,
  customOrders: Int32Array | null,
): CustomerTies {
  const { rows, events, asOf, settings } = inputs;
  const { tenureMonths, ownerMonths } = settings.programme;
  const attended = countByCustomer(
    inputs,
    events.flatMap((event) => (event.heldOn <= asOf ? [...event.attended] : [])),
  );
  const switching = rows.map(({ record, firstDay }, place) =>
    switchingCost(
      {
        firstDay,
        custom: customOrders === null ? null : (customOrders[place] ?? 0) > 0,
        pointsBalance: Number(record?.pointsBalance) || null,
        contractRuns: (recordDay(record?.contractEnd ?? "") ?? asOf - 1) >= asOf,
        eventsAttended: attended[place] ?? 0,
        referralsMade: referrals[place] ?? 0,
        hasOwner: (record?.owner ?? "") !== "",
        ownerSince: recordDay(record?.ownerSince ?? ""),
      },
      asOf,
      { tenureMonths, ownerMonths },
    ),
  );
  const ladder = rows.map(({ record, tier }, place) =>
    loyaltyLadder({
      rewarded: (discountShare?.[place] ?? 0) > 0 || (Number(record?.pointsBalance) || 0) > 0,
      belongs: (record?.memberId ?? "") !== "" || (attended[place] ?? 0) > 0,
      usesResource: (tier === "high" && (record?.owner ?? "") !== "") || (customOrders?.[place] ?? 0) > 0,
    }),
  );
  return { switching, ladder };
}
