import type { AnySpec } from "../classSpec";
import { Chart, ChartCollection, ChartSeries, ChartSeriesCollection, CHART_PARTS } from "./charts";
import { NamedItem, NamedItemCollection } from "./names";
import { Note, NoteCollection } from "./notes";
import {
  HeaderFooter,
  HeaderFooterGroup,
  PageBreak,
  PageBreakCollection,
  PageLayout,
  WorksheetFreezePanes,
} from "./page";
import { Range, RangeAreas, RangeCollection } from "./range";
import { RangeBorder, RangeBorderCollection, RangeFill, RangeFont, RangeFormat } from "./rangeFormat";
import { ConditionalFormatCollection, DataValidation, RULE_PARTS } from "./rules";
import { Setting, SettingCollection } from "./settings";
import { Table, TableCollection, TableColumn, TableColumnCollection } from "./tables";
import {
  AddinInternalService,
  Application,
  AppRuntimeService,
  CustomFunctions,
  Runtime,
  Workbook,
  WorkbookProtection,
} from "./workbook";
import { Worksheet, WorksheetCollection, WorksheetProtection } from "./worksheet";

/** Every class of the API the workbench knows, by its name. */
export const CLASSES: ReadonlyMap<string, AnySpec> = new Map(
  Object.entries({
    AddinInternalService,
    Application,
    AppRuntimeService,
    Chart,
    ChartCollection,
    ChartSeries,
    ChartSeriesCollection,
    ...CHART_PARTS,
    ConditionalFormatCollection,
    CustomFunctions,
    ...RULE_PARTS,
    DataValidation,
    HeaderFooter,
    HeaderFooterGroup,
    NamedItem,
    NamedItemCollection,
    Note,
    NoteCollection,
    PageBreak,
    PageBreakCollection,
    PageLayout,
    Range,
    RangeAreas,
    RangeBorder,
    RangeBorderCollection,
    RangeCollection,
    RangeFill,
    RangeFont,
    RangeFormat,
    Runtime,
    Setting,
    SettingCollection,
    Table,
    TableCollection,
    TableColumn,
    TableColumnCollection,
    Workbook,
    WorkbookProtection,
    Worksheet,
    WorksheetCollection,
    WorksheetFreezePanes,
    WorksheetProtection,
  }),
);
