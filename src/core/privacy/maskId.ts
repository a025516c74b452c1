const HIDDEN = "****";

/** How many characters an id of at least so many shows at each end. */
const SHOWN: readonly { readonly length: number; readonly each: number }[] = [
  { length: 8, each: 2 },
  { length: 5, each: 1 },
];

/** tb****01: the two ends of customer, member and identity numbers; short ones are hidden whole. */
export function maskId(plain: string): string {
  const characters = [...plain];
  const each = SHOWN.find(({ length }) => characters.length >= length)?.each;
  return each === undefined
    ? HIDDEN
    : `${characters.slice(0, each).join("")}${HIDDEN}${characters.slice(-each).join("")}`;
}
