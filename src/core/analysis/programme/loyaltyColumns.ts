import { loyalTests, loyaltyIndex } from "../../loyalty";
import type { LoyalTests } from "../../loyalty/loyalTests";
import type { Loyalty } from "../../loyalty/loyaltyIndex";
import type { LatestAnswer } from "../../surveys";
import { hoursToPay, type PlacedInputs } from "./customerPlaces";

type Attitude = "trust" | "priceSensitivity" | "choosingTime";

/** The loyalty index of every customer, with its four parts and what stands in for what nobody was asked. */
export function loyaltyOf(inputs: PlacedInputs, discountShare: Float64Array | null): readonly Loyalty[] {
  const { rows, latest, absent } = inputs;
  const answers = (question: Attitude): Float64Array | null => {
    const column = Float64Array.from(rows, ({ key }) => answerOf(latest.get(key), question));
    return column.every((share) => Number.isNaN(share)) ? null : column;
  };
  return loyaltyIndex({
    orders: Float64Array.from(rows, ({ orders }) => orders),
    trust: answers("trust"),
    priceSensitivity: answers("priceSensitivity"),
    choosingTime: answers("choosingTime"),
    complaintRate: absent.has("tickets")
      ? null
      : Float64Array.from(rows, ({ complaints, totalOrders }) =>
          totalOrders > 0 ? complaints / totalOrders : Number.NaN,
        ),
    discountShare,
    hoursToPay: hoursToPay(inputs),
  });
}

function answerOf(answer: LatestAnswer | undefined, question: Attitude): number {
  return answer?.[question]?.share ?? Number.NaN;
}

/** The three tests of a loyal customer, for every customer. */
export function loyalTestsOf(
  { rows, latest, settings }: PlacedInputs,
  referrals: Int32Array,
): readonly LoyalTests[] {
  const { rivalShare, walletShare } = settings.programme;
  return rows.map(({ key, totalOrders, recommend }, place) => {
    const answer = latest.get(key);
    return loyalTests(
      {
        orders: totalOrders,
        referred: (referrals[place] ?? 0) > 0,
        recommend,
        refusesRivals: answer?.refusesRivals?.share ?? null,
        walletShare: answer?.walletShare?.share ?? null,
      },
      { refusal: rivalShare, walletShare },
    );
  });
}
