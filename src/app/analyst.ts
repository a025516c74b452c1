import type { TierEdit } from "../core/analysis";
import type { MaskLevel } from "../core/settings";
import type { Cell, RawSheet } from "../core/tables";
import type { Locale } from "../i18n";
import type { WorkbookModel } from "../reports";
import type { SourceOverrides, SettingsPart } from "../sources";
import type {
  AnalysisFacts,
  BacktestView,
  CustomerHit,
  CustomerLens,
  StepProgress,
  WhatIfChange,
  WhatIfView,
} from "./services";

export interface AnalystInput {
  readonly sheets: readonly RawSheet[];
  readonly overrides: SourceOverrides;
  readonly settings: readonly SettingsPart[];
  /** Tiers that people set in the score list of the report that the workbook holds. */
  readonly tierEdits: readonly TierEdit[];
  readonly locale: Locale;
}

/** What the report says, beside its sheets. */
export interface ReportWords {
  readonly findings: readonly string[];
  readonly changes: readonly string[];
}

/**
 * Keeps one analysis and answers for it. In the pane it lives in a worker, so that Excel and the pane stay
 * usable while a hundred thousand orders are fitted; in tests, and where no worker starts, in place. What
 * crosses is plain data.
 */
export interface Analyst {
  /** @throws AppProblem for data nothing can be made of */
  analyse(input: AnalystInput, onStep: (progress: StepProgress) => void): Promise<AnalysisFacts>;
  /** The report of the kept analysis, as data. */
  report(choices: { readonly locale: Locale; readonly mask: MaskLevel }): Promise<{
    readonly model: WorkbookModel;
    readonly words: ReportWords;
  }>;
  /** The bytes of an .xlsx file with report and inputs. */
  workbookFile(choices: { readonly locale: Locale; readonly mask: MaskLevel }): Promise<Uint8Array>;
  /** The first customer that one of the cells names; null: none does. */
  namedIn(cells: readonly Cell[]): Promise<CustomerHit | null>;
  findCustomers(query: string, limit: number): Promise<readonly CustomerHit[]>;
  customer(id: string, locale: Locale): Promise<CustomerLens | null>;
  backtest(locale: Locale): Promise<BacktestView>;
  whatIf(change: WhatIfChange): Promise<WhatIfView>;
  /** Stops analyses, reports and files under way, which reject as "cancelled"; the analyst can be used again. */
  cancel(): void;
}
