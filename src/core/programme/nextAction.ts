import type { StageId } from "../lifecycle";
import type { TierId } from "../tiers/types";

export const ACTION_IDS = [
  "settleComplaint",
  "personalCare",
  "regainPersonally",
  "askReferral",
  "bundleOffer",
  "serviceCall",
  "usageAdvice",
  "crossSell",
  "secondOrderCoupon",
  "winBackOffer",
  "winBackCoupon",
  "productDemo",
  "firstOrderOffer",
  "welcome",
] as const;
export type ActionId = (typeof ACTION_IDS)[number];
/** By what an action goes out where the customer's own wish is not known. */
export type ActionChannelId = "visit" | "call" | "chat" | "text";
/** Who does it where nobody is named for the customer. */
export type ActionRoleId = "adviser" | "sales" | "service" | "marketing";

export interface ActionFacts {
  readonly stage: StageId;
  readonly tier: TierId;
  readonly lapsed: boolean;
  readonly company: boolean;
  readonly openComplaint: boolean;
}

/** One line of the strategy table: what is done for whom, how and by whom. */
export interface ActionRule {
  readonly action: ActionId;
  /** null: any. */
  readonly stages: readonly StageId[] | null;
  readonly tiers: readonly TierId[] | null;
  /** Further conditions; all must hold. */
  readonly when?: Partial<Pick<ActionFacts, "lapsed" | "company" | "openComplaint">>;
  readonly channel: ActionChannelId;
  readonly role: ActionRoleId;
  /** Serves the customer rather than sells to them: allowed without consent to marketing. */
  readonly service: boolean;
}

/** The strategy for every stage and tier (每个生命周期阶段的营销策略和服务方案). First match wins; the last row catches everyone. */
export const ACTION_RULES: readonly ActionRule[] = [
  {
    action: "settleComplaint",
    stages: null,
    tiers: null,
    when: { openComplaint: true },
    channel: "call",
    role: "service",
    service: true,
  },
  {
    action: "regainPersonally",
    stages: ["loyal", "lapsed"],
    tiers: ["high"],
    when: { lapsed: true },
    channel: "call",
    role: "adviser",
    service: false,
  },
  {
    action: "winBackOffer",
    stages: ["loyal", "lapsed"],
    tiers: ["medium"],
    when: { lapsed: true },
    channel: "call",
    role: "sales",
    service: false,
  },
  {
    action: "winBackCoupon",
    stages: ["loyal", "lapsed"],
    tiers: null,
    when: { lapsed: true },
    channel: "text",
    role: "marketing",
    service: false,
  },
  {
    action: "personalCare",
    stages: ["loyal"],
    tiers: ["high"],
    channel: "visit",
    role: "adviser",
    service: false,
  },
  {
    action: "askReferral",
    stages: ["loyal"],
    tiers: ["medium"],
    channel: "chat",
    role: "sales",
    service: false,
  },
  {
    action: "bundleOffer",
    stages: ["loyal"],
    tiers: null,
    channel: "chat",
    role: "marketing",
    service: false,
  },
  {
    action: "serviceCall",
    stages: ["support"],
    tiers: ["high"],
    channel: "call",
    role: "adviser",
    service: true,
  },
  {
    action: "usageAdvice",
    stages: ["support"],
    tiers: null,
    channel: "chat",
    role: "service",
    service: true,
  },
  {
    action: "crossSell",
    stages: ["purchase"],
    tiers: ["high", "medium"],
    channel: "chat",
    role: "sales",
    service: false,
  },
  {
    action: "secondOrderCoupon",
    stages: ["purchase"],
    tiers: null,
    channel: "text",
    role: "marketing",
    service: false,
  },
  {
    action: "productDemo",
    stages: ["affinity", "awareness"],
    tiers: null,
    when: { company: true },
    channel: "call",
    role: "sales",
    service: false,
  },
  {
    action: "firstOrderOffer",
    stages: ["affinity"],
    tiers: null,
    channel: "chat",
    role: "marketing",
    service: false,
  },
  { action: "welcome", stages: null, tiers: null, channel: "text", role: "marketing", service: false },
];

/** The line of the table that one customer falls under. An open complaint comes before everything else. */
export function nextAction(facts: ActionFacts): ActionRule {
  const rule = ACTION_RULES.find(
    ({ stages, tiers, when = {} }) =>
      (stages === null || stages.includes(facts.stage)) &&
      (tiers === null || tiers.includes(facts.tier)) &&
      Object.entries(when).every(([fact, holds]) => facts[fact as keyof typeof when] === holds),
  );
  return rule ?? (ACTION_RULES[ACTION_RULES.length - 1] as ActionRule);
}
