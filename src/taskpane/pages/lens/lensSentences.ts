import type { CustomerLens } from "../../../app/services";
import { isInsightKey, type InsightTranslate } from "../../../i18n/insightWords";
import type { useInsightWords } from "../../words/useInsightWords";

/** What sentences of a customer are made with. */
export type LensWords = Pick<ReturnType<typeof useInsightWords>, "t" | "pane" | "format">;

/** The name of a tier; who has no order in the window has none. */
export function tierWord(tier: CustomerLens["tier"], { t, pane }: LensWords): string {
  return tier === "" ? t("lens.noTier") : pane(`tier.${tier}`);
}

/** That somebody set the tier by hand, and why; null: nobody did. */
export function overrideSentence({ override }: CustomerLens, words: LensWords): string | null {
  if (override === null) return null;
  const { tier, computed, reason } = override;
  return words.t(reason === "" ? "lens.override.noReason" : "lens.override", {
    tier: tierWord(tier, words),
    computed: tierWord(computed, words),
    reason,
  });
}

/** What has to be known before anybody calls. */
export function warningSentences(
  { openComplaint, consent }: CustomerLens,
  { t }: LensWords,
): readonly string[] {
  return [...(openComplaint ? [t("lens.openComplaint")] : []), ...(consent ? [] : [t("lens.noConsent")])];
}

/** The risk's band, what it means, when such a customer orders again, and what the risk was before. */
export function riskRemarks(
  risk: NonNullable<CustomerLens["risk"]>,
  { t, format }: LensWords,
): readonly string[] {
  const points = risk.history.map((point) =>
    t("lens.riskPoint", { day: format.day(point.day), risk: format.percent(point.risk) }),
  );
  return [
    ...(risk.band !== "" && risk.bandBasis === "relative" ? [t("lens.riskRelative")] : []),
    ...(risk.nextPurchaseDays === null
      ? []
      : [t("lens.nextPurchase", { days: format.count(risk.nextPurchaseDays) })]),
    ...(points.length === 0 ? [] : [t("lens.riskHistory", { points: points.join(" → ") })]),
  ];
}

/** What the strategy asks for, by which way, by whom and why; then the touch that is due. */
export function nextSentences(lens: CustomerLens, words: LensWords): readonly string[] {
  const { relation, nextAction } = lens;
  const { t, pane, format } = words;
  const reasons = relation.actionReasons.map((reason) => {
    switch (reason) {
      case "stage":
        return t("lens.why.stage", { stage: relation.stage });
      case "tier":
        return t("lens.why.tier", { tier: tierWord(lens.tier, words) });
      default:
        return t(`lens.why.${reason}`);
    }
  });
  return [
    ...(relation.action === "" ? [] : [t("lens.action", { action: actionSentence(relation, t) })]),
    ...(reasons.length === 0
      ? []
      : [
          t("lens.actionWhy", {
            reasons: reasons.reduce((first, next) => pane("list.pair", { first, next })),
          }),
        ]),
    ...(relation.actionNeedsConsent ? [t("lens.actionNeedsConsent")] : []),
    nextAction === null
      ? t("lens.nextNone")
      : t(nextAction.overdue ? "lens.nextOverdue" : "lens.nextLine", {
          action: nextAction.action,
          day: format.day(nextAction.dueOn),
        }),
  ];
}

function actionSentence({ action, channel, owner }: CustomerLens["relation"], t: InsightTranslate): string {
  if (channel === "") return owner === "" ? action : t("lens.actionBy", { action, owner });
  return owner === ""
    ? t("lens.actionThrough", { action, channel })
    : t("lens.actionThroughBy", { action, channel, owner });
}

/** Stage and type of relation, with what they were told by; what is not known is left out. */
export function relationSentences({ relation: words }: CustomerLens, { t }: LensWords): readonly string[] {
  const { stage, stageFlags, relation, relationReasons } = words;
  return [
    ...(stage === ""
      ? []
      : [
          stageFlags === ""
            ? t("lens.stage", { stage })
            : t("lens.stageFlagged", { stage, flags: stageFlags }),
        ]),
    ...(relation === ""
      ? []
      : [
          relationReasons === ""
            ? t("lens.relation", { relation })
            : t("lens.relationReasons", { relation, reasons: relationReasons }),
        ]),
  ];
}

/** The loyalty index, and of how many parts it is made. */
export function loyaltySentence(
  { index, parts }: NonNullable<CustomerLens["loyalty"]>,
  { t, format }: LensWords,
): string {
  if (index === null) return t("lens.loyaltyUnknown");
  return t("lens.loyaltyIndex", {
    index: format.figure(index, 0),
    known: format.count(parts.filter(({ value }) => value !== null).length),
    of: format.count(parts.length),
  });
}

/** The name of a part of loyalty. */
export function loyaltyPartWord(id: string, t: InsightTranslate): string {
  const key = `lens.loyaltyPart.${id}`;
  return isInsightKey(key) ? t(key) : id;
}
