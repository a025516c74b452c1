import { plainText } from "../tables";
import type { AnswerScale } from "./types";

/** Scales that a heading names; the first that fits is taken. */
const HEADING_SCALES: readonly { readonly pattern: RegExp; readonly scale: AnswerScale }[] = [
  { pattern: /\b1\s*(?:[-~至到/–—]|to)\s*5\b/, scale: { min: 1, max: 5 } },
  { pattern: /\b0\s*(?:[-~至到/–—]|to)\s*5\b/, scale: { min: 0, max: 5 } },
  {
    pattern: /\b1\s*(?:[-~至到/–—]|to)\s*100\b|\b0\s*(?:[-~至到/–—]|to)\s*100\b/,
    scale: { min: 0, max: 100 },
  },
  { pattern: /\b1\s*(?:[-~至到/–—]|to)\s*10\b/, scale: { min: 1, max: 10 } },
  { pattern: /\b0\s*(?:[-~至到/–—]|to)\s*10\b/, scale: { min: 0, max: 10 } },
  { pattern: /百分制|(?<!\d)100\s*分|out of 100|\/\s*100/, scale: { min: 0, max: 100 } },
  { pattern: /十分制|(?<!\d)10\s*分|out of 10|\/\s*10/, scale: { min: 0, max: 10 } },
  { pattern: /五分制|五星|(?<!\d)5\s*[分星]|out of 5|\/\s*5/, scale: { min: 1, max: 5 } },
];

/** A few answers beyond a scale are slips; many are another scale. */
const SHARE_INSIDE = 0.8;

/** The scale a heading states, 「满意度(1-5)」 or "Satisfaction (0 to 100)"; null: it states none. */
export function scaleOfHeading(heading: string): AnswerScale | null {
  const text = plainText(heading).toLowerCase();
  return HEADING_SCALES.find(({ pattern }) => pattern.test(text))?.scale ?? null;
}

/**
 * The smallest of the scales 1 to 5, 0 or 1 to 10, 0 to 100 that at least four in five answers lie
 * within; the answers beyond it are slips to be listed. Without answers 1 to 5.
 */
export function scaleOfAnswers(answers: readonly number[]): AnswerScale {
  const share = (max: number) => answers.filter((value) => value <= max).length / answers.length;
  const max = ([5, 10] as const).find((end) => answers.length === 0 || share(end) >= SHARE_INSIDE) ?? 100;
  if (max === 100) return { min: 0, max };
  const min = max === 10 && answers.includes(0) ? 0 : 1;
  return { min, max };
}
