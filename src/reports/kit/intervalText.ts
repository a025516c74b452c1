import type { ReportContext } from "../context";

/** An interval of a rate as a reader writes it: "45.3% – 78.1%"; a dash where there is none. */
export function intervalText(
  interval: { readonly low: number; readonly high: number } | null,
  { t, words }: ReportContext,
): string {
  return interval === null
    ? t("report.none")
    : t("review.interval", { low: words.percent(interval.low), high: words.percent(interval.high) });
}
