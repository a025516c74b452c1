import { FORMULA_TOKEN } from "../reports/model/renamedFormula";

const CELL = /^(\$?[A-Z]{1,3})(\$?)(\d{1,7})$/i;
const REFERENCE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_.(])|[\p{L}_\\][\p{L}\p{N}_.\\]*/giu;

/**
 * A formula that a person wrote beside a row of a list, for the same row in its new place.
 *
 * References to its own row on the same sheet move with it; all others stay, also absolute ones ("$4").
 *
 * @param from - row the formula stood in, counted from 0
 */
export function formulaInRow(formula: string, from: number, to: number): string {
  if (from === to) return formula;
  return formula.replace(REFERENCE, (token, offset: number) => {
    const cell = CELL.exec(token);
    // After "!" stands another sheet's cell, or this one's by name: it does not move with the row.
    // Before "(" stands a function: LOG10.
    if (cell === null || formula[offset - 1] === "!" || formula[offset + token.length] === "(") return token;
    const [, column = "", fixed = "", row = ""] = cell;
    return fixed === "" && Number(row) === from + 1 ? `${column}${to + 1}` : token;
  });
}

const CALL = /^(?:_xlfn\.)?(?:_xldudf_)?CRM[._]/i;

/** Whether a formula calls a function of our namespace, in whichever form a workbook keeps it. */
export function callsOurFunction(formula: string): boolean {
  if (!formula.startsWith("=")) return false;
  for (const match of formula.matchAll(FORMULA_TOKEN)) {
    const [token] = match;
    if (CALL.test(token) && formula[match.index + token.length] === "(") return true;
  }
  return false;
}

/**
 * A formula with our functions called by their names again. Excel writes "_xldudf_CRM_RFMSCORE(" where it read
 * the workbook without the add-in; such a cell shows #NAME? until it is typed anew.
 */
export function repairedFormula(formula: string): string {
  return formula.replace(FORMULA_TOKEN, (token, offset: number) =>
    formula[offset + token.length] === "(" ? token.replace(/^(?:_xlfn\.)?_xldudf_CRM[._]/i, "CRM.") : token,
  );
}
