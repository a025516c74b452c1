import type { Analysis } from "../../core/analysis";
import { acquisitionWhatIf, retentionWhatIf, tierWhatIf } from "../../core/clv";
import type { WhatIfChange, WhatIfView } from "../services";

const MOST_MOVES = 100;
/** Points of retention on both sides of today's that the plot shows. */
const CURVE_POINTS = 15;

/** What would follow from other figures and rules, worked out on the analysis at hand; money in major units. */
export function whatIfView(analysis: Analysis, change: WhatIfChange): WhatIfView {
  const { book, settings, asOf, customers, channels, predictions, decimals } = analysis;
  const scale = 10 ** decimals;
  const clv = predictions?.value?.clv.map((amount) => amount * scale);
  const shift = tierWhatIf(
    book.summary,
    asOf,
    {
      today: settings,
      changed: {
        topShare: change.topShare,
        bottomShare: Math.min(change.bottomShare, 1 - change.topShare),
        weights: change.weights,
      },
    },
    clv,
  );
  const rowOf = new Map(customers.map((row) => [row.bookIndex, row]));
  const value = predictions?.value?.all ?? null;
  return {
    retention: retentionOf(analysis, change),
    acquisition:
      channels === null || channels.blendedCac === null
        ? null
        : {
            newCustomers: channels.costedNewCustomers,
            ...acquisitionWhatIf(
              {
                spend: channels.spend,
                newCustomers: channels.costedNewCustomers,
                value: value === null || value.customers === 0 ? null : value.total / value.customers,
              },
              change.cacChange,
            ),
          },
    tiers: shift.tiers.map((tier) => ({
      ...tier,
      net: tier.net / scale,
      changedNet: tier.changedNet / scale,
      clv: tier.clv / scale,
      changedClv: tier.changedClv / scale,
    })),
    moves: shift.moves
      .flatMap(({ customer, from, to }) => {
        const row = rowOf.get(customer);
        return row === undefined ? [] : [{ row, from, to }];
      })
      .sort((one, other) => other.row.netSpend - one.row.netSpend)
      .slice(0, MOST_MOVES)
      .map(({ row, from, to }) => ({ id: row.id, name: row.record?.name ?? "", from, to })),
    moved: shift.moves.length,
  };
}

function retentionOf({ book, settings, decimals }: Analysis, change: WhatIfChange): WhatIfView["retention"] {
  const scale = 10 ** decimals;
  const points = Array.from({ length: 2 * CURVE_POINTS + 1 }, (_, step) => (step - CURVE_POINTS) / 100);
  const found = retentionWhatIf(book, {
    annualDiscount: settings.prediction.annualDiscount,
    margin: change.margin,
    points: [change.retentionPoints, ...points],
  });
  if (found.status === "tooLittleData") return found;
  const [changed, ...curve] = found.cases;
  return {
    status: "known",
    today: found.retention,
    changed: changed?.retention ?? found.retention,
    buyers: found.buyers,
    revenueChange: (changed?.revenueChange ?? 0) / scale,
    lifetimeMargin: found.today.lifetimeMargin / scale,
    changedLifetimeMargin: (changed?.lifetimeMargin ?? 0) / scale,
    curve: curve.map(({ retention, lifetimeMargin }) => ({
      retention,
      lifetimeMargin: lifetimeMargin / scale,
    })),
  };
}
