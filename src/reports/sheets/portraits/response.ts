import type { TierPortrait } from "../../../core/analysis";

/** Fewer deliveries than this say nothing about which channel a tier answers to. */
export const FEWEST_TOUCHES = 30;

/** Best response first; channels with too few deliveries to tell come last. */
export function byResponse(channels: TierPortrait["channelResponse"]): TierPortrait["channelResponse"] {
  const enough = ({ delivered }: { readonly delivered: number }) => (delivered >= FEWEST_TOUCHES ? 1 : 0);
  const rate = (item: { readonly delivered: number; readonly responded: number }) =>
    item.delivered === 0 ? 0 : item.responded / item.delivered;
  return [...channels].sort((a, b) => enough(b) - enough(a) || rate(b) - rate(a));
}
