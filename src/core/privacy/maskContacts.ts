import type { MaskLevel } from "../settings";
import { maskText, type MaskKind } from "./maskText";

/** What reaches a person, where it stands in the middle of other text; the first that fits is taken. */
const CONTACTS: readonly { readonly kind: MaskKind; readonly pattern: RegExp }[] = [
  // Plain letters only: Chinese text runs up to an address without a gap.
  { kind: "email", pattern: /[\w.%+-]+@[a-z\d.-]+\.[a-z]{2,}/gi },
  // A mainland mobile, with or without its country and gaps; not a piece of a longer number.
  { kind: "phone", pattern: /(?<!\d)(?:(?:\+|00)?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g },
  { kind: "phone", pattern: /\+\d[\d\s()-]{6,}\d/g },
  { kind: "phone", pattern: /(?<!\d)\(?0\d{2,3}\)?[\s-]\d{7,8}(?!\d)/g },
];

const MAY_HOLD_ONE = /@|\d{4}/;

/**
 * Free text (a reason, a need, a cell that could not be read) with e-mail addresses and phone numbers
 * masked as `maskText` masks them; everything else stays. Names are not looked for: text alone does not
 * tell them from other words.
 *
 * @example maskContacts("call 13800138000", "partial") // "call 138****8000"
 */
export function maskContacts(text: string, level: MaskLevel): string {
  if (level === "none") return text;
  // Full-width digits are digits to whoever reads them.
  const plain = text.normalize("NFKC");
  if (!MAY_HOLD_ONE.test(plain)) return text;
  const masked = CONTACTS.reduce(
    (rest, { kind, pattern }) => rest.replace(pattern, (contact) => maskText(contact, kind, level)),
    plain,
  );
  return masked === plain ? text : masked;
}
