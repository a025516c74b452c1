import { InvalidArgumentError } from "../errors";
import { ruleMatches, scoreCode } from "./segmentRule";
import { SCORE_SCHEMES, type ScoreScheme, type SegmentId } from "./segmentTables";

/** Segment by code of each score scheme, worked out once: scoring a million rows is a look-up each. */
const SEGMENT_OF_CODE: Readonly<Record<ScoreScheme, ReadonlyMap<string, SegmentId>>> = {
  named11: segmentOfCode("named11"),
  klaviyo6: segmentOfCode("klaviyo6"),
};

function segmentOfCode(scheme: ScoreScheme): ReadonlyMap<string, SegmentId> {
  const { bins, rules } = SCORE_SCHEMES[scheme];
  const segments = new Map<string, SegmentId>();
  for (let r = 1; r <= bins; r += 1) {
    for (let f = 1; f <= bins; f += 1) {
      for (let m = 1; m <= bins; m += 1) {
        const rule = rules.find((candidate) => ruleMatches(candidate, r, f, m, bins));
        if (rule !== undefined) segments.set(scoreCode(r, f, m, bins), rule.id);
      }
    }
  }
  return segments;
}

/**
 * The segment of one customer by scores.
 *
 * Three zeros mean a person without an order: prospects in `named11`; `klaviyo6` has no such group
 * and takes the scores 1 to 3 alone.
 *
 * @param r - score R, 5 (or 3) for the most recent; not days
 * @param f - score F
 * @param m - score M
 * @param scheme - `named11` on scores 1 to 5, `klaviyo6` on scores 1 to 3
 * @throws InvalidArgumentError `scoreOutsideScheme` for any other score, with the score and the scheme's highest
 * @see NAMED11 and KLAVIYO6 for the layouts and where they come from
 * @example segmentOf(5, 5, 4, "named11") // "champions"
 * @example segmentOf(3, 2, 1, "klaviyo6") // "loyal"
 */
export function segmentOf(r: number, f: number, m: number, scheme: ScoreScheme): SegmentId {
  const { bins, withoutOrder } = SCORE_SCHEMES[scheme];
  if (r === 0 && f === 0 && m === 0 && withoutOrder !== null) return withoutOrder;
  const segment = SEGMENT_OF_CODE[scheme].get(scoreCode(r, f, m, bins));
  if (segment === undefined) {
    const isScore = (value: number) => Number.isInteger(value) && value >= 1 && value <= bins;
    const argument = !isScore(r) ? "r" : !isScore(f) ? "f" : "m";
    throw new InvalidArgumentError(argument, "scoreOutsideScheme", {
      scheme,
      value: { r, f, m }[argument],
      highest: bins,
    });
  }
  return segment;
}
