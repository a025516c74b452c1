import { TIER_IDS, type TierId } from "../core/tiers";
import { wordsIn } from "./words";

/**
 * The tier that a cell names in either language, as TIER, RFMSCORE and the reports write it.
 *
 * @returns null for any other text
 */
export function tierNamed(text: string): Exclude<TierId, ""> | null {
  return TIER_IDS.find((tier) => wordsIn(`tier.${tier}`).includes(text)) ?? null;
}
