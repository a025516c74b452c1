import type { ChannelResult } from "./types";

/** What is expected of the customers one channel brought. */
export interface ChannelCustomers {
  /** Customers whose source is the channel and who have ordered. */
  readonly customers: number;
  /** Mean expected spend of the coming months, discounted, after margin; null: not predicted. */
  readonly clv: number | null;
}

/** A channel, and what its customers are worth against what they cost. */
export interface ChannelValue extends ChannelCustomers {
  readonly result: ChannelResult;
  /** Most a new customer may cost − what one does; negative: too dear. null where either is unknown. */
  readonly headroom: number | null;
  /**
   * Months until a new customer has earned back its cost: 0 where the first period does; null where cost, first
   * revenue or CLV is unknown, or nothing more is expected.
   */
  readonly paybackMonths: number | null;
}

/**
 * Channels with the value of their customers (R21: 获客成本与转化效果).
 *
 * The first period earns margin × order value; what is left to earn comes in evenly, CLV ÷ months a month.
 */
export function channelValues(
  channels: readonly ChannelResult[],
  customersOf: (channel: string) => ChannelCustomers,
  { margin, months }: { readonly margin: number; readonly months: number },
): readonly ChannelValue[] {
  return channels.map((result): ChannelValue => {
    const own = customersOf(result.channel);
    const { cac, maxCac, orderValue } = result;
    return {
      ...own,
      result,
      headroom: cac === null || maxCac === null ? null : maxCac - cac,
      paybackMonths: payback(cac, orderValue === null ? null : orderValue * margin, own.clv, months),
    };
  });
}

function payback(
  cac: number | null,
  first: number | null,
  clv: number | null,
  months: number,
): number | null {
  if (cac === null || first === null) return null;
  if (cac <= first) return 0;
  return clv === null || clv <= 0 ? null : ((cac - first) * months) / clv;
}
