/**
 * Whether a change of Univer's leaves every cell in its place and every row as visible as it was, by its name. For
 * what is remembered of the sheets: one that is not known for harmless makes them be looked through anew.
 */
export function movesNothing(mutation: string): boolean {
  return HARMLESS.test(mutation);
}

const HARMLESS =
  /^(?:formula|data-validation|doc)\.|^sheet\.mutation\.(?:set-(?:range-values|col|worksheet|frozen|tab-color|drawing)|toggle-|data-validation-formula|(?:add|remove)-worksheet-merge|(?:add|set|delete|move)-conditional|(?:update|remove)-note|insert-sheet)/;
