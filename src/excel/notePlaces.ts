import { cellKey, type FoundCell } from "./foundSheet";
import { formulaInRow } from "./ownFormula";
import type { UserCell } from "./sheetGrid";

/** Cells of users' own in the new model of a sheet, as they are placed one after the other. */
export class NotePlaces {
  /** Notes that kept, or found back, a place of their own. */
  kept = 0;
  readonly #placed = new Map<string, UserCell>();
  readonly #heads = new Map<string, UserCell>();

  has(row: number, column: number): boolean {
    return this.#placed.has(cellKey(row, column));
  }

  /** Places a note; its formula follows it from the row it stood in. */
  keep(row: number, column: number, cell: FoundCell, fromRow = row): void {
    this.accompany(row, column, cell, fromRow);
    this.kept += 1;
  }

  /** Places what stands beside the head of a list: it goes along, and counts as no note. */
  accompany(row: number, column: number, { value, formula, numberFormat }: FoundCell, fromRow = row): void {
    this.#placed.set(cellKey(row, column), {
      row,
      column,
      value,
      formula: formula === null ? null : formulaInRow(formula, fromRow, row),
      numberFormat,
    });
  }

  /** The title of a column people added; it stands above whatever else was placed there. */
  head(row: number, column: number, title: string): void {
    this.#heads.set(cellKey(row, column), {
      row,
      column,
      value: title,
      formula: null,
      numberFormat: "General",
    });
  }

  /** All of them, by row and column. */
  cells(): readonly UserCell[] {
    return [...new Map([...this.#placed, ...this.#heads]).values()].sort(
      (a, b) => a.row - b.row || a.column - b.column,
    );
  }
}
