import { wilsonInterval, type Interval } from "../kpi/intervals";
import { plainText } from "../tables";
import type { TierId } from "../tiers/types";

/** A channel that the plan says a tier likes best, by words that its name contains in lower case and plain width. */
export const CHANNEL_CLAIMS: readonly { readonly tier: TierId; readonly words: readonly string[] }[] = [
  { tier: "high", words: ["沙龙", "salon"] },
  { tier: "basic", words: ["优惠券", "coupon"] },
];

/**
 * holds: the claimed channel is answered more often than any other, beyond chance; fails: another one is, beyond chance;
 * open: the intervals overlap; tooFew: the claimed channel, or every other, has too few deliveries.
 */
export type ClaimVerdict = "holds" | "fails" | "open" | "tooFew";

export interface ChannelClaim {
  /** As the touch sheet spells it; "": no touch was made on it. */
  readonly channel: string;
  readonly verdict: ClaimVerdict;
}

interface Response {
  readonly channel: string;
  readonly delivered: number;
  readonly responded: number;
}

/** With fewer deliveries a response rate says nothing about a channel. */
const FEWEST_DELIVERED = 30;

/**
 * Tests on a tier's own touches what the plan claims of it (高价值客户偏好线下沙龙，基础客户偏好线上优惠券). Channels with fewer than
 * 30 deliveries are left out of the comparison.
 *
 * @returns null for a tier of which the plan claims nothing
 */
export function channelClaim(tier: TierId, responses: readonly Response[]): ChannelClaim | null {
  const claim = CHANNEL_CLAIMS.find((one) => one.tier === tier);
  if (claim === undefined) return null;
  const isClaimed = ({ channel }: Response) => {
    const plain = plainText(channel).toLowerCase();
    return claim.words.some((word) => plain.includes(word));
  };
  const claimed = responses.find(isClaimed);
  const others = responses.filter((one) => !isClaimed(one) && one.delivered >= FEWEST_DELIVERED);
  const channel = claimed?.channel ?? "";
  if (claimed === undefined || claimed.delivered < FEWEST_DELIVERED || others.length === 0)
    return { channel, verdict: "tooFew" };
  const own = intervalOf(claimed);
  const intervals = others.map(intervalOf);
  if (intervals.every(({ high }) => own.low > high)) return { channel, verdict: "holds" };
  return { channel, verdict: intervals.some(({ low }) => low > own.high) ? "fails" : "open" };
}

function intervalOf({ responded, delivered }: Response): Interval {
  return wilsonInterval(responded, delivered) ?? { low: 0, high: 1 };
}
