import type { DayNumber } from "../math/day";
import type { LatestAnswer, SurveyAnswer } from "./types";

/** Questions whose answers are kept as shares. */
type Attitude = "trust" | "priceSensitivity" | "choosingTime" | "refusesRivals" | "walletShare";

/** Undated answers come before every dated one. */
const UNDATED = -Infinity;

/**
 * The latest answer of each customer to each question, up to and including the as-of day.
 *
 * A blank in a later row does not wipe out an earlier answer. Of answers on one day the lower row
 * counts; answers without a date come before all dated ones.
 *
 * @returns by customer key, in order of first appearance
 */
export function latestAnswers(
  answers: readonly SurveyAnswer[],
  asOf: DayNumber,
): ReadonlyMap<string, LatestAnswer> {
  const latest = new Map<string, LatestAnswer>();
  for (const answer of answers) {
    const on = answer.answeredOn;
    if (on !== null && on > asOf) continue;
    const known = latest.get(answer.customerKey);
    const isLater = (before: { readonly on: DayNumber | null } | null | undefined) =>
      before === null || before === undefined || (on ?? UNDATED) >= (before.on ?? UNDATED);
    const { satisfaction, satisfactionScale, recommend, recommendScale } = answer;
    const attitude = (question: Attitude) => {
      const share = answer[question];
      const before = known?.[question] ?? null;
      return share !== null && isLater(before) ? { share, on } : before;
    };
    latest.set(answer.customerKey, {
      customerId: known?.customerId ?? answer.customerId,
      customerKey: answer.customerKey,
      satisfaction:
        satisfaction !== null && isLater(known?.satisfaction)
          ? {
              ofTop: satisfaction / satisfactionScale.max,
              ofRange:
                (satisfaction - satisfactionScale.min) / (satisfactionScale.max - satisfactionScale.min),
              on,
            }
          : (known?.satisfaction ?? null),
      recommend:
        recommend !== null && isLater(known?.recommend)
          ? { value: (recommend * 10) / recommendScale.max, on }
          : (known?.recommend ?? null),
      trust: attitude("trust"),
      priceSensitivity: attitude("priceSensitivity"),
      choosingTime: attitude("choosingTime"),
      refusesRivals: attitude("refusesRivals"),
      walletShare: attitude("walletShare"),
    });
  }
  return latest;
}
