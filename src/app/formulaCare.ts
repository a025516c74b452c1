import { cellText, type Cell } from "../core/tables";
import { repairedFormula, type Desk, type DeskWatch } from "../excel";
import { AppProblem, type FormulaChange, type Place } from "./services";

/** Key of the frozen formulas in the workbook's own settings. */
const FROZEN = "frozen";

/** A formula whose results stand in the workbook as values. */
interface FrozenFormula {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly spill: string | null;
  /** Of the values as they were frozen; absent in workbooks of version 0.1.0, whose cells cannot be compared. */
  readonly check?: string;
}

const areaOf = ({ address, spill }: { readonly address: string; readonly spill: string | null }): string =>
  spill ?? address;

const changed = (cells: readonly Place[]): FormulaChange => ({
  formulas: cells.length,
  places: cells.map(({ sheet, address }) => ({ sheet, address })),
});

/** Turns live CRM formulas into their values, and keeps the formulas in the workbook's settings. */
export async function freezeFormulas(desk: Desk, watch: DeskWatch): Promise<FormulaChange> {
  const live = (await desk.formulas(watch)).filter(({ error }) => error === null);
  const values = [];
  const frozen: FrozenFormula[] = [];
  for (const { sheet, address, formula, spill } of live) {
    const area = areaOf({ address, spill });
    const cells = await desk.cells({ sheet, address: area });
    values.push({ sheet, address: area, values: cells });
    frozen.push({ sheet, address, formula, spill, check: checkOf(cells) });
  }
  const places = new Set(frozen.map(placeKey));
  // One that was put in the place of a frozen one is what counts from now on.
  const before = (await frozenFormulas(desk)).filter((one) => !places.has(placeKey(one)));
  // Kept before anything is replaced: a failure in between must not cost a formula.
  await keep(desk, [...before, ...frozen]);
  await desk.setValues(values);
  return changed(live);
}

/**
 * Brings frozen formulas back. One whose values somebody has changed since, or whose sheet is gone, stays as it is
 * and stays kept: nothing that was typed is overwritten.
 *
 * @throws AppProblem "nothingFrozen"
 */
export async function restoreFormulas(desk: Desk): Promise<FormulaChange> {
  const frozen = await frozenFormulas(desk);
  if (frozen.length === 0) throw new AppProblem("nothingFrozen");
  const present = new Set((await desk.sheets()).map(({ name }) => name));
  const restored: FrozenFormula[] = [];
  const left: FrozenFormula[] = [];
  for (const one of frozen) {
    const cells = present.has(one.sheet)
      ? await desk.cells({ sheet: one.sheet, address: areaOf(one) })
      : null;
    if (cells === null || (one.check !== undefined && one.check !== checkOf(cells))) {
      left.push(one);
      continue;
    }
    restored.push(one);
    // What stands where a result spills to would be in its way.
    if (one.spill !== null && one.spill !== one.address)
      await desk.setValues([
        { sheet: one.sheet, address: one.spill, values: cells.map((row) => row.map(() => null)) },
      ]);
  }
  await desk.setFormulas(restored.map(({ sheet, address, formula }) => ({ sheet, address, formula })));
  await keep(desk, left);
  return changed(restored);
}

/** Writes CRM formulas that show #NAME? anew: opened before the add-in was there, they do not find it by themselves. */
export async function repairFormulas(desk: Desk, watch: DeskWatch): Promise<FormulaChange> {
  const broken = (await desk.formulas(watch)).filter(({ error }) => error === "#NAME?");
  await desk.setFormulas(
    broken.map(({ sheet, address, formula }) => ({ sheet, address, formula: repairedFormula(formula) })),
  );
  return changed(broken);
}

const placeKey = ({ sheet, address }: Place): string => `${sheet}!${address}`;

async function frozenFormulas(desk: Desk): Promise<readonly FrozenFormula[]> {
  const text = await desk.setting(FROZEN);
  return text === null ? [] : (JSON.parse(text) as readonly FrozenFormula[]);
}

const keep = (desk: Desk, formulas: readonly FrozenFormula[]): Promise<void> =>
  desk.setSetting(FROZEN, formulas.length === 0 ? null : JSON.stringify(formulas));

/** A short text that is another one when a cell shows something else (FNV-1a, 32 bits, beside the size). */
function checkOf(cells: readonly (readonly Cell[])[]): string {
  let hash = 0x811c9dc5;
  let length = 0;
  for (const row of cells) {
    for (const cell of row) {
      // The kind of a value may change on its way through a cell, "0012" to text with an apostrophe; what it shows does not.
      const text = `${cellText(cell)}\u0000`;
      length += text.length;
      for (let index = 0; index < text.length; index++) {
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
      }
    }
  }
  return `${String(length)}-${(hash >>> 0).toString(36)}`;
}
