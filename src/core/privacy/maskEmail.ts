const HIDDEN = "***";
const ADDRESS = /([^\s<>@"'(),;]+)@([^\s<>@"'(),;]+)/u;

/** a***@b.com. A local part of one character is hidden too; text without an address is hidden whole. */
export function maskEmail(plain: string): string {
  const match = ADDRESS.exec(plain);
  if (match === null) return HIDDEN;
  const local = [...(match[1] ?? "")];
  return `${local.length > 1 ? local[0] : ""}${HIDDEN}@${match[2] ?? ""}`;
}
