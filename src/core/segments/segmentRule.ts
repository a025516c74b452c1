/** Lowest and highest value, both inside. */
export type ScoreRange = readonly [lowest: number, highest: number];

/**
 * One row of a segment table, as users write it too (plain data, fit for JSON).
 *
 * A row matches a customer when every condition that it states holds; a row without any condition
 * matches everybody. Rows are tried from the top, the first match wins, and several rows may share
 * an id.
 *
 * @example { id: "champions", recency: [4, 5], frequencyMonetary: [4.5, 5] }
 * @example { id: "recent", codes: ["313", "312"] }
 */
export interface SegmentRule {
  readonly id: string;
  /** Score R, 1 (longest ago) to the number of bins (most recent). */
  readonly recency?: ScoreRange;
  /** Score F. */
  readonly frequency?: ScoreRange;
  /** Score M. */
  readonly monetary?: ScoreRange;
  /** FM = (F + M) ÷ 2, so in steps of one half. */
  readonly frequencyMonetary?: ScoreRange;
  /** Codes R, F, M written as in the score table: "543"; with more than nine bins "12-4-3". */
  readonly codes?: readonly string[];
}

/** Digits of the three scores side by side; joined with "-" where a score may have two digits. */
export function scoreCode(r: number, f: number, m: number, bins: number): string {
  return bins > 9 ? `${r}-${f}-${m}` : `${r}${f}${m}`;
}

const within = (value: number, range: ScoreRange | undefined): boolean =>
  range === undefined || (value >= range[0] && value <= range[1]);

/** Whether a row of a segment table matches three scores on 1..bins; both ends of a range are inside. */
export function ruleMatches(rule: SegmentRule, r: number, f: number, m: number, bins: number): boolean {
  return (
    within(r, rule.recency) &&
    within(f, rule.frequency) &&
    within(m, rule.monetary) &&
    within((f + m) / 2, rule.frequencyMonetary) &&
    (rule.codes === undefined || rule.codes.includes(scoreCode(r, f, m, bins)))
  );
}
