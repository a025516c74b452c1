import type { Analysis, TierPortrait } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import { byResponse, FEWEST_TOUCHES } from "./response";

/** What a tier is after. */
export function needSentence(
  portrait: TierPortrait,
  { settings }: Analysis,
  { t, words }: ReportContext,
): string {
  if (portrait.customers === 0) return t("tierPortraits.nobody");
  const { online } = portrait;
  const untapped = (online?.untapped ?? []).slice(0, 2).map(({ category }) => category);
  const categories = portrait.topCategories.slice(0, 2).map(({ id }) => id);
  const tag = portrait.topTags[0];
  return (
    words.sentences([
      categories.length > 0 ? t("tierPortraits.needCategories", { categories: words.list(categories) }) : "",
      tag ? t("tierPortraits.needTag", { tag: words.tag(tag.id), count: words.count(tag.count) }) : "",
      online !== null && online.known > 0
        ? t("tierPortraits.needOnline", {
            days: settings.programme.onlineDays,
            visited: words.count(online.visited),
            waiting: words.count(online.waiting),
          })
        : "",
      untapped.length > 0 ? t("tierPortraits.needUntapped", { categories: words.list(untapped) }) : "",
    ]) || t("tierPortraits.needUnknown")
  );
}

/** What hurts a tier. */
export function painSentence(
  portrait: TierPortrait,
  analysis: Analysis,
  { t, words }: ReportContext,
): string {
  if (portrait.customers === 0) return t("tierPortraits.nobody");
  const [reason] = portrait.topComplaintReasons;
  const { mean, n, low } = portrait.satisfaction;
  const ticketsMissing = analysis.quality.missing.includes("tickets");
  return (
    words.sentences([
      reason
        ? t("tierPortraits.painReason", { reason: reason.id, count: words.count(reason.count) })
        : ticketsMissing
          ? ""
          : t("tierPortraits.painNone"),
      mean === null
        ? ""
        : t("tierPortraits.painSatisfaction", { mean: words.decimal(mean, 1), n: words.count(n) }),
      low > 0 ? t("tierPortraits.painLow", { low: words.count(low) }) : "",
    ]) || t("tierPortraits.painUnknown")
  );
}

/** What the plan claims of the tier's channel beside the tier's own touches; nothing where there are too few. */
function claimSentence({ tier, channelClaim }: TierPortrait, t: ReportContext["t"]): string {
  if (channelClaim === null || channelClaim.verdict === "tooFew" || (tier !== "high" && tier !== "basic"))
    return "";
  return t(`channelClaim.${channelClaim.verdict}`, { claim: t(`channelClaim.of.${tier}`) });
}

/** Own response rates where there are enough; else what the customers say they prefer; else the plan's rule. */
export function touchSentence(portrait: TierPortrait, { t, words }: ReportContext): string {
  if (portrait.customers === 0) return t("tierPortraits.nobody");
  const [preference] = portrait.contactPreferences;
  const best = byResponse(portrait.channelResponse).find(({ delivered }) => delivered >= FEWEST_TOUCHES);
  return words.sentences([
    preference
      ? t("tierPortraits.touchPreference", { channel: preference.id, count: words.count(preference.count) })
      : "",
    best
      ? t("tierPortraits.touchBest", {
          channel: best.channel,
          rate: words.percent(best.responded / best.delivered),
          delivered: words.count(best.delivered),
        })
      : t("tierPortraits.touchPlan", { plan: t(`tierPortraits.plan.${portrait.tier}`) }),
    claimSentence(portrait, t),
  ]);
}
