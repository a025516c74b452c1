import type { MaskLevel } from "../settings";
import { maskAddress } from "./maskAddress";
import { maskEmail } from "./maskEmail";
import { maskId } from "./maskId";
import { maskName } from "./maskName";
import { maskPhone } from "./maskPhone";

/** What a text is, and so what of it may be shown. */
export const MASK_KINDS = ["name", "phone", "email", "id", "address"] as const;
export type MaskKind = (typeof MASK_KINDS)[number];

/** What stands in place of a whole text. Its length says nothing of the text's length. */
export const MASKED = "****";

const PARTIAL: Readonly<Record<MaskKind, (text: string) => string>> = {
  name: maskName,
  phone: maskPhone,
  email: maskEmail,
  id: maskId,
  address: maskAddress,
};

/**
 * A text with the person taken out of it.
 *
 * What `partial` leaves to be seen, and nothing else:
 * - name: the surname of a Chinese name (欧阳** of 欧阳锋), the first letter of each word of another (J*** S***)
 * - phone: first three and last four digits of eleven or more, first two and last two of seven to ten
 * - email: first letter and the domain (a***@b.com)
 * - id: first two and last two characters of eight or more, first and last of five to seven
 * - address: province and city
 *
 * Shorter texts, and texts that are not what they are said to be, are hidden whole. The number of
 * asterisks is always the same, so that it tells no length. `full` hides every text whole; `none` returns it
 * as it is. Blank texts stay blank: that nothing was written is no secret. Two texts may have one mask.
 *
 * @example maskText("13800138000", "phone", "partial") // "138****8000"
 */
export function maskText(text: string, kind: MaskKind, level: MaskLevel): string {
  if (level === "none") return text;
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return "";
  return level === "full" ? MASKED : PARTIAL[kind](plain);
}
