import { ruleMatches, scoreCode, type ScoreRange, type SegmentRule } from "./segmentRule";

/** A row of the table, by its number from the top (1-based) and its id. */
export interface RuleName {
  readonly rule: number;
  readonly id: string;
}

/** What is wrong with a segment table, with the codes named. */
export interface SegmentLint {
  /** Rows that no code ever reaches, and the rows above that take what they would match (none: it matches nothing). */
  readonly unreachable: readonly (RuleName & { readonly shadowedBy: readonly RuleName[] })[];
  /** Names all of whose rows are unreachable: segments that will always be empty. */
  readonly deadNames: readonly string[];
  /** Codes that more than one row matches: the first wins, which the others' author may not know. */
  readonly overlaps: readonly { readonly code: string; readonly rules: readonly RuleName[] }[];
  /** Codes that no condition speaks of. A closing row without conditions may catch them; they stay listed. */
  readonly missing: readonly string[];
  /** The closing row without conditions, which takes the missing codes; null: there is none. */
  readonly catchAll: RuleName | null;
  /** Conditions that cannot be meant: a range upside down, or a score or code that the bins do not have. */
  readonly malformed: readonly (RuleName & {
    readonly condition: keyof SegmentRule;
    readonly text: string;
  })[];
  /** Nothing above was found. */
  readonly clean: boolean;
}

const CONDITIONS = ["recency", "frequency", "monetary", "frequencyMonetary"] as const;

/**
 * Finds the faults of a segment table by trying every code: rows that can never be reached, codes
 * that two rows match, codes that none does, and conditions that no score can meet.
 *
 * Widely copied tables have such faults: a chain of boxes whose upper rows swallow the lower ones,
 * or boxes with holes between them that end up under "others".
 *
 * @param rules - rows from the top; the first match wins
 * @param bins - scores run from 1 to this
 * @example lintSegmentTable([{ id: "all", recency: [1, 5] }], 5).clean // true
 */
export function lintSegmentTable(rules: readonly SegmentRule[], bins: number): SegmentLint {
  const last = rules.length - 1;
  const catchAll = last >= 0 && isUnconditional(rules[last]) ? last : -1;
  const name = (index: number): RuleName => ({ rule: index + 1, id: rules[index]?.id ?? "" });

  const reached = new Set<number>();
  const shadows = rules.map(() => new Set<number>());
  const overlaps: { code: string; rules: RuleName[] }[] = [];
  const missing: string[] = [];

  for (let r = 1; r <= bins; r += 1) {
    for (let f = 1; f <= bins; f += 1) {
      for (let m = 1; m <= bins; m += 1) {
        const matching: number[] = [];
        rules.forEach((rule, index) => {
          if (index !== catchAll && ruleMatches(rule, r, f, m, bins)) matching.push(index);
        });
        const first = matching[0];
        if (first === undefined) {
          missing.push(scoreCode(r, f, m, bins));
          continue;
        }
        reached.add(first);
        for (const index of matching.slice(1)) shadows[index]?.add(first);
        if (matching.length > 1) {
          overlaps.push({ code: scoreCode(r, f, m, bins), rules: matching.map(name) });
        }
      }
    }
  }
  if (catchAll >= 0 && missing.length > 0) reached.add(catchAll);

  const unreachable = rules.flatMap((_, index) =>
    reached.has(index) ? [] : [{ ...name(index), shadowedBy: [...(shadows[index] ?? [])].map(name) }],
  );
  const reachedNames = new Set([...reached].map((index) => rules[index]?.id));
  const deadNames = [...new Set(rules.map((rule) => rule.id))].filter((id) => !reachedNames.has(id));
  const malformed = rules.flatMap((rule, index) =>
    malformedConditions(rule, bins).map((found) => ({ ...name(index), ...found })),
  );
  return {
    unreachable,
    deadNames,
    overlaps,
    missing,
    catchAll: catchAll < 0 ? null : name(catchAll),
    malformed,
    clean: [unreachable, overlaps, missing, malformed].every((found) => found.length === 0),
  };
}

function isUnconditional(rule: SegmentRule | undefined): boolean {
  return (
    rule !== undefined &&
    rule.codes === undefined &&
    CONDITIONS.every((condition) => rule[condition] === undefined)
  );
}

function malformedConditions(
  rule: SegmentRule,
  bins: number,
): { readonly condition: keyof SegmentRule; readonly text: string }[] {
  const isFaulty = ([lowest, highest]: ScoreRange) => !(lowest <= highest && lowest >= 1 && highest <= bins);
  const ranges = CONDITIONS.flatMap((condition) => {
    const range = rule[condition];
    return range !== undefined && isFaulty(range) ? [{ condition, text: range.join("–") }] : [];
  });
  const isCode = (code: string) => {
    const scores = bins > 9 ? code.split("-") : [...code];
    return (
      scores.length === 3 &&
      scores.every((score) => /^\d+$/.test(score) && Number(score) >= 1 && Number(score) <= bins)
    );
  };
  const codes = (rule.codes ?? []).filter((code) => !isCode(code));
  return [...ranges, ...codes.map((code) => ({ condition: "codes" as const, text: code }))];
}
