import type { Analysis } from "../core/analysis";
import { formatDay } from "../core/math/day";
import { REJECT_REASONS } from "../core/orders";
import { TIER_IDS } from "../core/tiers";
import type { Translate } from "../i18n";

const KILOBYTE = 1024;

function parts(t: Translate, counted: readonly (readonly [word: string, count: number])[]): string {
  return counted
    .filter(([, count]) => count > 0)
    .map(([word, count]) => t("cli.part", { word, count: count.toLocaleString("en-US") }))
    .join(t("cli.partJoin"));
}

/** Reasons with their counts, the empty ones left out. */
export function rejectedParts(t: Translate, { counts }: Analysis["quality"]): string {
  return parts(
    t,
    REJECT_REASONS.map((reason) => [t(`reject.${reason}`), counts.rejected[reason]]),
  );
}

/** What a run found, in three or four lines: rows, customers, dates. */
export function summaryLines(t: Translate, analysis: Analysis): readonly string[] {
  const { counts } = analysis.quality;
  const rejected = REJECT_REASONS.reduce((sum, reason) => sum + counts.rejected[reason], 0);
  const number = (value: number) => value.toLocaleString("en-US");
  const tiers = TIER_IDS.map((tier): readonly [string, number] => [
    t(`tier.${tier}`),
    analysis.customers.filter((customer) => customer.tier === tier).length,
  ]);
  return [
    t("cli.summary.rows", {
      raw: number(counts.rawRows),
      used: number(counts.used),
      before: number(counts.beforeWindow),
      rejected: number(rejected),
    }),
    ...(rejected > 0 ? [t("cli.summary.reasons", { reasons: rejectedParts(t, analysis.quality) })] : []),
    tiers.some(([, count]) => count > 0)
      ? t("cli.summary.customers", { customers: number(analysis.customers.length), tiers: parts(t, tiers) })
      : t("cli.summary.noTiers", { customers: number(analysis.customers.length) }),
    t("cli.summary.period", { asOf: formatDay(analysis.asOf), from: formatDay(analysis.windowStart) }),
  ];
}

/** 812 KB, 3.4 MB. */
export function fileSize(bytes: number): string {
  const kilobytes = bytes / KILOBYTE;
  return kilobytes < KILOBYTE ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`;
}
