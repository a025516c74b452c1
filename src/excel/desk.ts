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

/** What this Excel could not be told, though the model says it. */
export type LostFeature =
  /** The API has no alternative text for charts. */
  | "chartAltText"
  /** Notes that hover over cells: `Worksheet.notes` (ExcelApi 1.18) is missing from the library in use. */
  | "cellNotes"
  /** Without ExcelApi 1.20 a report is more than one step to undo. */
  | "oneUndoStep"
  /** Some hosts refuse a page set-up where no printer is installed. */
  | "printSetup";

/** Words that `excel/` puts on sheets beside the report's own; it has none itself (`deskWords` of i18n). */
export interface DeskWords {
  /** Title over notes whose row is no longer in its list. */
  readonly keptTitle: string;
  /** Under the title: why they stand here, and that they go back by themselves. */
  readonly keptExplanation: string;
  /** Headings of the block: which row a note was for, in which column, and the note. */
  readonly keptRow: string;
  readonly keptColumn: string;
  readonly keptNote: string;
  /** On a sheet of an earlier report that the new one has no figures for. */
  readonly emptied: string;
}

export interface WrittenReport {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** Sheets that had to take another name, since a sheet that is not ours bears it. */
  readonly renamed: readonly { readonly wanted: string; readonly name: string }[];
  /** Cells of users' own that stand by their row again. */
  readonly keptNotes: number;
  /** Cells of users' own whose row is gone: in the block below the list. */
  readonly orphanNotes: number;
  /** Sheets of an earlier report that this one has nothing for; they say so now. */
  readonly emptied: readonly { readonly id: string; readonly name: string }[];
  readonly lost: readonly LostFeature[];
}

export type WorkbookErrorCode =
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
  | "unknown";

/** What Excel refused, once and in our own codes; nothing else in the program sees Office errors. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
  constructor(
    readonly code: WorkbookErrorCode,
    readonly data: {
      readonly sheet?: string;
      readonly address?: string;
      /** The member of the API that failed, "Range.values": for whoever mends it. */
      readonly api?: string;
      readonly message?: string;
    } = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(`${code}${data.message === undefined ? "" : `: ${data.message}`}`, options);
  }

  /** Whether trying again may help without anybody changing the workbook's contents. */
  get retry(): boolean {
    return this.code === "cellEditMode" || this.code === "busy" || this.code === "memory";
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
  /**
   * Writes or refreshes the report's sheets; touches nothing that does not carry our mark. What people
   * typed into lists stays by its row. Cancelled before the last stretch (short, and then finished), the
   * workbook is as it was.
   */
  writeReport(model: WorkbookModel, words: DeskWords, watch: DeskWatch): Promise<WrittenReport>;
  /** Adds plain sheets (the sample); a name that is taken gets a number. */
  addSheets(model: WorkbookModel, watch: DeskWatch): Promise<readonly string[]>;
  selection(): Promise<{
    readonly sheet: string;
    readonly address: string;
    readonly rows: number;
    readonly columns: number;
  } | null>;
  select(place: { readonly sheet: string; readonly address: string }): Promise<void>;
  /**
   * Writes a formula into the first selected cell.
   *
   * @param spill - size of the result, as far as known
   * @throws WorkbookError "occupied" where that cell, or one the result spills to, holds something
   */
  insertFormula(
    formula: string,
    spill?: { readonly rows: number; readonly columns: number },
  ): Promise<{ readonly sheet: string; readonly address: string }>;
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
