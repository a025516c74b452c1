import type { ProfileId } from "../../core/tables";
import { normaliseHeading, type HeadingForms } from "./normaliseHeading";
import { PROFILES } from "./profiles";

/** Two headings that only one export has settle it; a shared word like 买家会员名 alone does not. */
const MARKS_NEEDED = 2;

const MARKS = PROFILES.map((profile) => ({
  id: profile.id,
  forms: new Set(profile.marks.map((mark) => normaliseHeading(mark).full)),
}));

/** Which export the headings come from; the one with the most headings of its own. */
export function detectProfile(headings: readonly HeadingForms[]): ProfileId {
  let best: { id: ProfileId; marks: number } = { id: "plain", marks: MARKS_NEEDED - 1 };
  for (const { id, forms } of MARKS) {
    const seen = new Set(headings.map((heading) => heading.full).filter((form) => forms.has(form)));
    if (seen.size > best.marks) best = { id, marks: seen.size };
  }
  return best.id;
}
