import { plainText } from "../tables";
import type { TouchActionId } from "./nextTouch";
import type { TouchRecord } from "./types";

/** Words that tell what a touch was; the campaign is asked before the channel, and the first row that fits wins. */
const KIND_WORDS: readonly { readonly kind: TouchActionId; readonly words: RegExp }[] = [
  { kind: "ownVisit", words: /回访|拜访|关怀|慰问|上门|visit|check-?in|care call|service call/ },
  { kind: "coupon", words: /券|优惠|折扣|红包|满减|coupon|voucher|discount|promo code/ },
  { kind: "productNews", words: /新品|上新|动态|推送|资讯|通讯|周报|月刊|news|launch|new product|arrivals/ },
  { kind: "ownVisit", words: /^(电话|phone|call|phone call)$/ },
];

/**
 * What a touch was, by the words of its campaign, else of its channel; null: they do not say. Such a touch counts
 * as one of any kind, so that nobody is touched twice for want of a word.
 */
export function touchKind({
  campaign,
  channel,
}: Pick<TouchRecord, "campaign" | "channel">): TouchActionId | null {
  for (const text of [campaign, channel]) {
    const said = plainText(text).toLowerCase();
    if (said === "") continue;
    const found = KIND_WORDS.find(({ words }) => words.test(said));
    if (found !== undefined) return found.kind;
  }
  return null;
}
