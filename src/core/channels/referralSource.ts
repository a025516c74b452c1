import { plainText } from "../tables";

/** Names of the channel by which customers bring customers, in lower case and without blanks. */
const REFERRAL_NAMES: ReadonlySet<string> = new Set([
  "老客推荐",
  "老客户推荐",
  "老客转介绍",
  "老客户转介绍",
  "老带新",
  "老客带新",
  "转介绍",
  "客户推荐",
  "会员推荐",
  "用户推荐",
  "朋友推荐",
  "朋友介绍",
  "熟人介绍",
  "亲友推荐",
  "好友推荐",
  "推荐",
  "口碑",
  "口碑推荐",
  "referral",
  "referrals",
  "referred",
  "customerreferral",
  "customerreferrals",
  "friendreferral",
  "referafriend",
  "friend",
  "friends",
  "wordofmouth",
  "word-of-mouth",
]);

/** Whether a channel or source of customers is recommendation by existing customers (老客推荐). */
export function isReferralSource(name: string): boolean {
  return REFERRAL_NAMES.has(plainText(name).toLowerCase().replace(/\s+/g, ""));
}
