import type { CellRange, SheetModel, TableModel } from "../../reports";

/** A chart as the add-in described it: what it set, by the path of the property, "title/text". */
export interface HostChart {
  readonly id: string;
  /** Id of the sheet it lies on. */
  readonly sheet: string;
  name: string;
  chartType: string;
  anchor: CellRange;
  readonly set: Map<string, unknown>;
  readonly series: HostSeries[];
}

export interface HostSeries {
  readonly id: string;
  readonly set: Map<string, unknown>;
  values: SourceRange | null;
  categories: SourceRange | null;
}

/** Cells behind a chart; the sheet by its id, so that a new name does not lose them. */
export interface SourceRange {
  readonly sheet: string;
  readonly range: CellRange;
}

export interface HostTable {
  readonly id: string;
  readonly sheet: string;
  name: string;
  range: CellRange;
  style: string;
  filter: boolean;
  readonly set: Map<string, unknown>;
}

export interface HostLink {
  readonly address?: string;
  /** "'My sheet'!A1" */
  readonly documentReference?: string;
  readonly textToDisplay?: string;
  readonly screenTip?: string;
}

export type PageSetup = SheetModel["print"];

/**
 * What belongs to the workbook and Univer's open-source parts do not keep: charts, tables as Excel means them,
 * links, page set-up, settings. All of it goes by the grid's id of a sheet.
 */
export interface Extras {
  readonly charts: HostChart[];
  readonly tables: HostTable[];
  /** By sheet, then by "row,column". */
  readonly links: Map<string, Map<string, HostLink>>;
  readonly pages: Map<string, PageSetup>;
  readonly settings: Map<string, unknown>;
  readonly customProperties: Map<string, string>;
  /** Protected sheets; the workbook's own structure under "". */
  readonly locked: Set<string>;
}

export const PLAIN_PAGE: PageSetup = { orientation: "landscape", titleRows: null, footer: "", area: null };

export function createExtras(): Extras {
  return {
    charts: [],
    tables: [],
    links: new Map(),
    pages: new Map(),
    settings: new Map(),
    customProperties: new Map(),
    locked: new Set(),
  };
}

let ids = 0;

/** A fresh id in Excel's form. */
export function newId(): string {
  ids += 1;
  return `{00000000-0000-4000-8000-${String(ids).padStart(12, "0")}}`;
}

/** Takes over what a model says of its sheets, once the grid shows them. */
export function extrasOfModel(
  sheets: readonly SheetModel[],
  sheetId: (name: string) => string,
): Pick<Extras, "tables" | "links" | "pages"> {
  const tables = sheets.flatMap((sheet) =>
    sheet.tables.map(({ name, range, filter }: TableModel): HostTable => ({
      id: newId(),
      sheet: sheetId(sheet.name),
      name,
      range,
      style: "TableStyleLight1",
      filter,
      set: new Map(),
    })),
  );
  const links = new Map(
    sheets.map((sheet) => [
      sheetId(sheet.name),
      new Map(
        sheet.links.map(({ row, column, target }): [string, HostLink] => [
          `${row},${column}`,
          "url" in target
            ? { address: target.url }
            : { documentReference: `'${target.sheet.replaceAll("'", "''")}'!${target.cell}` },
        ]),
      ),
    ]),
  );
  return { tables, links, pages: new Map(sheets.map((sheet) => [sheetId(sheet.name), sheet.print])) };
}
