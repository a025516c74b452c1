import type { Cell, RawSheet } from "../core/tables";
import type { WorkbookModel } from "../reports";

/** A sheet of the open workbook, without its cells. */
export interface SheetFacts {
  readonly name: string;
  /** Used range, "A1:K85"; null: an empty sheet. */
  readonly used: string | null;
  readonly rows: number;
  readonly columns: number;
  readonly tables: readonly { readonly name: string; readonly address: string }[];
  /** Key of the report sheet it is ("kpiBoard"), by our own mark; null: the user's. */
  readonly reportId: string | null;
  readonly visible: boolean;
  readonly protected: boolean;
}

export interface DeskWatch {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export interface WrittenReport {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  readonly renamed: readonly { readonly wanted: string; readonly name: string }[];
  readonly keptNotes: number;
  readonly orphanNotes: number;
}

/** What Excel refused, once and in our own codes; nothing else in the program sees Office errors. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
  constructor(
    readonly code:
      | "cellEditMode"
      | "protectedSheet"
      | "protectedWorkbook"
      | "readOnly"
      | "mergedCells"
      | "filteredRange"
      | "sheetMissing"
      | "tooLarge"
      | "busy"
      | "memory"
      | "unsupported"
      | "occupied"
      | "cancelled"
      | "unknown",
    readonly data: {
      readonly sheet?: string;
      readonly address?: string;
      readonly api?: string;
      readonly message?: string;
    } = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(`${code}${data.message === undefined ? "" : `: ${data.message}`}`, options);
  }
}

/** The open workbook, as the steps of `app/` use it. */
export interface Desk {
  sheets(): Promise<readonly SheetFacts[]>;
  /** Cells of the sheets named, read in chunks; `limitRows`: only so many of each, for recognition. */
  read(
    names: readonly string[],
    options: { readonly limitRows: number | null },
    watch: DeskWatch,
  ): Promise<readonly RawSheet[]>;
  cells(place: { readonly sheet: string; readonly address: string }): Promise<readonly (readonly Cell[])[]>;
  /** Writes or refreshes the report's sheets; touches nothing that does not carry our mark. */
  writeReport(model: WorkbookModel, watch: DeskWatch): Promise<WrittenReport>;
  /** Adds plain sheets (the sample); a name that is taken gets a number. */
  addSheets(model: WorkbookModel, watch: DeskWatch): Promise<readonly string[]>;
  selection(): Promise<{
    readonly sheet: string;
    readonly address: string;
    readonly rows: number;
    readonly columns: number;
  } | null>;
  select(place: { readonly sheet: string; readonly address: string }): Promise<void>;
  /** @throws WorkbookError "occupied" where the cell holds something */
  insertFormula(formula: string): Promise<{ readonly sheet: string; readonly address: string }>;
  /** Cells whose formula calls a function of our namespace. */
  formulas(watch: DeskWatch): Promise<
    readonly {
      readonly sheet: string;
      readonly address: string;
      readonly formula: string;
      readonly spill: string | null;
      readonly error: string | null;
    }[]
  >;
  setFormulas(
    cells: readonly { readonly sheet: string; readonly address: string; readonly formula: string }[],
  ): Promise<void>;
  /** Replaces formulas and their spilled results by values. */
  setValues(
    cells: readonly {
      readonly sheet: string;
      readonly address: string;
      readonly values: readonly (readonly Cell[])[];
    }[],
  ): Promise<void>;
  /** A value kept in the workbook's own settings, under our prefix; null: none. */
  setting(key: string): Promise<string | null>;
  setSetting(key: string, value: string | null): Promise<void>;
  /** Cells changed by a person; `remote`: by a co-author. Returns a stop. */
  onChanged(report: (change: { readonly sheet: string; readonly remote: boolean }) => void): () => void;
  onSelection(report: () => void): () => void;
}
