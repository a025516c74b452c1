import type { SegmentRule } from "./segmentRule";

/** Segment ids of all schemes; words for them live with the languages. */
export const SEGMENT_IDS = [
  "champions",
  "loyal",
  "active",
  "new",
  "promising",
  "needsAttention",
  "atRisk",
  "previouslyLoyal",
  "almostLost",
  "dormant",
  "prospects",
  "recent",
  "inactive",
  "importantValue",
  "importantKeep",
  "importantDevelop",
  "importantRetain",
  "generalValue",
  "generalKeep",
  "generalDevelop",
  "generalRetain",
] as const;
export type SegmentId = (typeof SEGMENT_IDS)[number];

type Row = SegmentRule & { readonly id: SegmentId };

/** A complete scheme over scores: its rows, the scores they speak of, and who has no scores. */
export interface SegmentTable {
  /** Scores run from 1 to this. */
  readonly bins: number;
  readonly rules: readonly Row[];
  /** Segment of people without an order (scores 0, 0, 0); null: the scheme has none for them. */
  readonly withoutOrder: SegmentId | null;
}

/**
 * Eleven names on scores 1 to 5, laid out on R and FM = (F + M) ÷ 2 without overlap:
 *
 *   FM      1 – 2        2.5 – 3         3.5 – 4          4.5 – 5
 *   R 5     new          active          loyal            champions
 *   R 4     promising    active          loyal            champions
 *   R 3     needsAttention               loyal            loyal
 *   R 2     almostLost   atRisk (2.5 – 3.5)   previouslyLoyal (4 – 5)
 *   R 1     dormant      atRisk (2.5 – 3.5)   previouslyLoyal (4 – 5)
 *
 * All 125 codes are covered, none twice; the eleventh name, prospects, is for people without an order.
 * The layout is the product's own; the names are in common use.
 */
export const NAMED11: SegmentTable = {
  bins: 5,
  withoutOrder: "prospects",
  rules: [
    { id: "champions", recency: [4, 5], frequencyMonetary: [4.5, 5] },
    { id: "loyal", recency: [4, 5], frequencyMonetary: [3.5, 4] },
    { id: "loyal", recency: [3, 3], frequencyMonetary: [3.5, 5] },
    { id: "active", recency: [4, 5], frequencyMonetary: [2.5, 3] },
    { id: "new", recency: [5, 5], frequencyMonetary: [1, 2] },
    { id: "promising", recency: [4, 4], frequencyMonetary: [1, 2] },
    { id: "needsAttention", recency: [3, 3], frequencyMonetary: [1, 3] },
    { id: "previouslyLoyal", recency: [1, 2], frequencyMonetary: [4, 5] },
    { id: "atRisk", recency: [1, 2], frequencyMonetary: [2.5, 3.5] },
    { id: "almostLost", recency: [2, 2], frequencyMonetary: [1, 2] },
    { id: "dormant", recency: [1, 1], frequencyMonetary: [1, 2] },
  ],
};

/** Klaviyo's six RFM groups on scores 1 to 3: the 27 codes as Klaviyo publishes them. */
export const KLAVIYO6: SegmentTable = {
  bins: 3,
  withoutOrder: null,
  rules: [
    { id: "champions", codes: ["333", "332", "323"] },
    { id: "loyal", codes: ["321", "322", "331", "232", "233"] },
    { id: "recent", codes: ["312", "313", "311", "222", "223"] },
    { id: "needsAttention", codes: ["213", "221", "123", "132", "133"] },
    { id: "atRisk", codes: ["231", "212", "122", "131", "211"] },
    { id: "inactive", codes: ["111", "112", "113", "121"] },
  ],
};

/** The schemes that speak of scores. */
export const SCORE_SCHEMES = { named11: NAMED11, klaviyo6: KLAVIYO6 } as const;
export type ScoreScheme = keyof typeof SCORE_SCHEMES;
