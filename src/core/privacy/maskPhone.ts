const HIDDEN = "****";
const MAINLAND_WITH_COUNTRY = /^(?:00)?86(1[3-9]\d{9})$/;

/** How much of a number of how many digits is shown; the first row that it is long enough for. */
const SHOWN: readonly { readonly digits: number; readonly first: number; readonly last: number }[] = [
  { digits: 11, first: 3, last: 4 },
  { digits: 7, first: 2, last: 2 },
];

/**
 * 138****8000: blanks, dashes and brackets go, and so does a 86 before a mainland mobile; of numbers
 * abroad the + goes too. Seven to ten digits show two and two; fewer, or none, show nothing.
 */
export function maskPhone(plain: string): string {
  const written = plain.replace(/\D/g, "");
  const digits = MAINLAND_WITH_COUNTRY.exec(written)?.[1] ?? written;
  const shown = SHOWN.find((row) => digits.length >= row.digits);
  return shown === undefined
    ? HIDDEN
    : `${digits.slice(0, shown.first)}${HIDDEN}${digits.slice(digits.length - shown.last)}`;
}
