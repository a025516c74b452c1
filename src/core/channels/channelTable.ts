import { channelResults, type ChannelRow } from "./channelResults";
import { isReferralSource } from "./referralSource";
import type { ChannelTable } from "./types";

/**
 * The results of all channels and what they come to together.
 *
 * Blended CAC leaves out channels without known spend on both sides of the division.
 *
 * @param limit - see `channelResults`
 */
export function channelTable(rows: readonly ChannelRow[], limit: number): ChannelTable {
  const channels = channelResults(rows, limit);
  let spend = 0;
  let costedNewCustomers = 0;
  let newCustomers = 0;
  let referred = 0;
  let anySpend = false;
  for (const result of channels) {
    const arrived = result.newCustomers ?? 0;
    newCustomers += arrived;
    if (isReferralSource(result.channel)) referred += arrived;
    if (result.spend !== null) {
      anySpend = true;
      spend += result.spend;
      costedNewCustomers += arrived;
    }
  }
  return {
    limit,
    channels,
    blendedCac: anySpend && costedNewCustomers > 0 ? spend / costedNewCustomers : null,
    spend,
    newCustomers,
    costedNewCustomers,
    referralShareOfNew: newCustomers > 0 ? referred / newCustomers : null,
  };
}
