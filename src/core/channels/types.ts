export type ChannelVerdict = "prefer" | "notMet" | "spendNoNew" | "costMissing";

/** One acquisition channel over the report window. Null where it cannot be known. */
export interface ChannelResult {
  readonly channel: string;
  readonly spend: number | null;
  readonly leads: number | null;
  readonly newCustomers: number | null;
  readonly revenue: number | null;
  /** Spend per new customer. */
  readonly cac: number | null;
  /** First-period revenue per new customer. */
  readonly orderValue: number | null;
  /** CAC ÷ order value. */
  readonly ratio: number | null;
  /** New customers ÷ leads. */
  readonly conversion: number | null;
  readonly verdict: ChannelVerdict;
  /** The most a new customer may cost to stay within the limit. */
  readonly maxCac: number | null;
}

export interface ChannelTable {
  readonly limit: number;
  readonly channels: readonly ChannelResult[];
  /** Over channels whose spend is known, on both sides. */
  readonly blendedCac: number | null;
  /** Sum over channels whose spend is known. */
  readonly spend: number;
  /** All new customers, those of channels without known spend included. */
  readonly newCustomers: number;
  /** New customers of channels whose spend is known: what `blendedCac` divides by. */
  readonly costedNewCustomers: number;
  /** New customers by referral ÷ all new customers. */
  readonly referralShareOfNew: number | null;
}
