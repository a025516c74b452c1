import { InvalidArgumentError, NotKnowableError } from "../errors";
import type { Cell } from "../tables";
import { checkCell } from "./checkCell";
import type { FieldCheck } from "./types";

const FIELD_CHECKS: readonly FieldCheck[] = ["text", "phone", "email"];

/** The check of that name, whatever its case; null for a name nobody knows. */
export function fieldCheckNamed(name: string): FieldCheck | null {
  const folded = name.normalize("NFKC").trim().toLowerCase();
  return FIELD_CHECKS.find((check) => check === folded) ?? null;
}

/**
 * Share of the cells of a range that are filled and valid.
 *
 * Rows that are blank throughout count as customers with nothing filled in, except at the end of the
 * range, where they are the unused part of a column selection.
 *
 * @param rows - one row a customer
 * @param checks - the check of each column; columns beyond the list are checked as text
 * @returns a fraction in [0, 1]
 * @throws NotKnowableError "noCells" if the range has no row that says something
 * @throws InvalidArgumentError if there are more checks than columns
 */
export function completenessOfRange(
  rows: readonly (readonly Cell[])[],
  checks: readonly FieldCheck[] = [],
): number {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (checks.length > columns) {
    throw new InvalidArgumentError("kinds", "tooManyKinds", { kinds: checks.length, columns });
  }
  let last = rows.length;
  while (last > 0 && (rows[last - 1] ?? []).every((cell) => cell === null || cell === "")) last--;
  if (last === 0 || columns === 0) throw new NotKnowableError("noCells");
  let valid = 0;
  for (let row = 0; row < last; row++) {
    for (let column = 0; column < columns; column++) {
      if (checkCell(rows[row]?.[column], checks[column] ?? "text") === "valid") valid++;
    }
  }
  return valid / (last * columns);
}
