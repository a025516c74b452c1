import type { Cell } from "../../core/tables";
import { cellText } from "../../core/tables";

/** A heading in the two forms it is looked up by. */
export interface HeadingForms {
  /** Letters and digits alone, bracket text included: 满意度(1-5) is "满意度15". */
  readonly full: string;
  /** The same without what stands in brackets: "满意度". */
  readonly bare: string;
}

const BRACKETED = /[([{<【〔「『《〈][^)\]}>】〕」』》〉]*[)\]}>】〕」』》〉]/g;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;
const MOST_LETTERS = 80;

/**
 * Heading text made comparable: width (NFKC), case, blanks, underscores, marks such as * or : and
 * wrappers do not count; units and scales in brackets do not count either in the `bare` form.
 *
 * Text longer than any heading gives empty forms.
 */
export function normaliseHeading(cell: Cell | undefined): HeadingForms {
  const text = cellText(cell);
  if (text === "" || text.length > MOST_LETTERS) return { full: "", bare: "" };
  const plain = text.normalize("NFKC").toLowerCase();
  const full = plain.replace(NOT_LETTER_OR_DIGIT, "");
  const bare = plain.replace(BRACKETED, "").replace(NOT_LETTER_OR_DIGIT, "");
  return { full, bare: bare === "" ? full : bare };
}
