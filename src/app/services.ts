import type { DayNumber } from "../core/math/day";
import type { RiskBand, RiskReason } from "../core/churn";
import type { MaskLevel } from "../core/settings";
import type { Cell, SheetKind } from "../core/tables";
import type { TierId } from "../core/tiers";
import type { Locale } from "../i18n";
import type { SourceOverrides, Question, SettingsPart } from "../sources";

/**
 * Everything a user can do from the pane or the ribbon. The pane draws, these act; nothing in the pane
 * calls Excel or the core by itself. Numbers and ids only: words are the surface's, but for sentences
 * that a report shows too.
 */
export interface AppServices {
  /** Which tables the workbook has and how their columns would be read. Cheap: headings and a few rows of each. */
  recognise(watch: Watch): Promise<Recognition>;
  /** Puts the bundled sample shop into new sheets of the workbook. */
  openSample(locale: Locale, watch: Watch): Promise<Recognition>;
  /** Reads, analyses, and writes the report's sheets; takes the snapshot of the as-of date. */
  generate(options: GenerateOptions, watch: Watch): Promise<GenerateResult>;
  /** The analysis the lens, what-if and back-test pages speak of, made from the workbook where none is at hand. */
  prepare(options: GenerateOptions, watch: Watch): Promise<AnalysisFacts>;

  findCustomers(query: string, limit: number): Promise<readonly CustomerHit[]>;
  customer(id: string, locale: Locale): Promise<CustomerLens | null>;
  /** The customer the selected row names; null: the row names none. */
  selectedCustomer(): Promise<CustomerHit | null>;
  backtest(locale: Locale): Promise<BacktestView>;
  whatIf(change: WhatIfChange): Promise<WhatIfView>;

  /** The selected cells, for the formula builder. */
  selection(): Promise<SelectedRange | null>;
  /** Values of a range, for a preview; at most `limit` rows. */
  cellsOf(address: string, limit: number): Promise<readonly (readonly Cell[])[]>;
  /** Writes a formula into the first of the selected cells; refuses to overwrite what is there. */
  insertFormula(formula: string): Promise<Place>;
  goTo(place: Place): Promise<void>;

  /** Turns the live CRM formulas of the workbook into values, and back from what was kept. */
  freezeFormulas(watch: Watch): Promise<FormulaChange>;
  restoreFormulas(watch: Watch): Promise<FormulaChange>;
  /** Writes CRM formulas that show #NAME? anew. */
  repairFormulas(watch: Watch): Promise<FormulaChange>;
  /** A workbook for sharing, as bytes of an .xlsx file: report and inputs as values, people masked. */
  maskedCopy(level: Exclude<MaskLevel, "none">, options: GenerateOptions, watch: Watch): Promise<Uint8Array>;

  /** Choices kept in the workbook; defaults where it has none. */
  loadChoices(): Promise<SavedChoices>;
  saveChoices(choices: SavedChoices): Promise<void>;
  /** The choices as the text of a settings file that `npm run report -- --settings` takes. */
  exportSettings(): Promise<string>;
  /** @throws AppProblem with one sentence for what cannot be read; nothing is kept then */
  importSettings(text: string): Promise<SavedChoices>;

  /** Calls back when inputs of the last report were changed, here or by a co-author; returns a stop. */
  watchStale(report: (state: { readonly stale: boolean; readonly remote: boolean }) => void): () => void;
  /** Calls back when another cell is selected; returns a stop. */
  watchSelection(report: () => void): () => void;
}

/** How a long step tells where it is and learns that it is no longer wanted. */
export interface Watch {
  readonly onStep: (progress: StepProgress) => void;
  /** Aborted: the step ends between two chunks with AppProblem "cancelled"; the workbook stays consistent. */
  readonly signal: AbortSignal;
}

export const STEP_IDS = ["read", "recognise", "analyse", "predict", "build", "write", "snapshot"] as const;
export type StepId = (typeof STEP_IDS)[number];

export interface StepProgress {
  readonly step: StepId;
  /** 1-based place of the step among all of this task. */
  readonly index: number;
  readonly of: number;
  /** What is done of the step, in its own units (rows, sheets); null: unknown. */
  readonly done: number | null;
  readonly total: number | null;
}

/** Where something stands in the open workbook; `address` without the sheet: "B2:D6". */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

export interface RecognisedTable {
  /** Stable while the workbook is open: the sheet's name, or "sheet!table". */
  readonly key: string;
  readonly place: Place;
  /** null: not recognised, or left out by the user. */
  readonly kind: SheetKind | null;
  readonly ignored: boolean;
  /** Rows below the headings. */
  readonly rows: number;
  readonly columns: readonly RecognisedColumn[];
  /** What is unclear, as the command line says it (`describeProblem(t, "file", …)`). */
  readonly questions: readonly Question[];
}

export interface RecognisedColumn {
  readonly heading: string;
  /** null: no field took it. */
  readonly field: string | null;
  /** The first few different values, as the sheet shows them. */
  readonly examples: readonly string[];
}

export interface Recognition {
  readonly tables: readonly RecognisedTable[];
  /** Kinds the workbook lacks. */
  readonly missing: readonly SheetKind[];
  /** Report sheets an earlier run wrote, and the as-of date they speak of. */
  readonly report: {
    readonly sheets: readonly { readonly id: string; readonly name: string }[];
    readonly asOf: DayNumber | null;
  } | null;
}

export interface GenerateOptions {
  readonly locale: Locale;
  readonly overrides: SourceOverrides;
  /** What differs from the brief's defaults; a 设置 sheet of the workbook stands below it. */
  readonly settings: SettingsPart;
}

/** What the pane offers beside the mapping; the brief's defaults until somebody changes them. */
export interface SavedChoices {
  readonly version: 1;
  readonly overrides: SourceOverrides;
  readonly settings: SettingsPart;
}

/** Rows and what became of them, with links to the cells. */
export interface QualityView {
  readonly rawRows: number;
  readonly used: number;
  readonly beforeWindow: number;
  readonly rejected: readonly {
    readonly reason: string;
    readonly count: number;
    /** The first few. */
    readonly places: readonly Place[];
  }[];
  readonly problems: readonly {
    readonly kind: SheetKind;
    readonly code: string;
    readonly field: string;
    readonly count: number;
    readonly places: readonly Place[];
  }[];
  readonly onlyInOrders: number;
  readonly onlyInCustomers: number;
}

export interface AnalysisFacts {
  readonly asOf: DayNumber;
  readonly windowStart: DayNumber;
  readonly customers: number;
  readonly buyers: number;
  readonly orders: number;
  readonly net: number;
  readonly currency: string;
  readonly decimals: number;
  readonly quality: QualityView;
  readonly missing: readonly SheetKind[];
}

export interface GenerateResult extends AnalysisFacts {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** The report's own findings, most important first. */
  readonly findings: readonly string[];
  /** What changed since the last snapshot, in sentences; empty without one. */
  readonly changes: readonly string[];
  /** Report sheets that had to take another name, since a sheet that is not ours bears it. */
  readonly renamed: readonly { readonly wanted: string; readonly name: string }[];
  /** Cells of users' own columns that were carried over by key. */
  readonly keptNotes: number;
  /** Notes whose row is no longer in its list, kept below it. */
  readonly orphanNotes: number;
  /** Sheets of an earlier report that this one does not have: they are empty now but for people's notes. */
  readonly emptied: readonly { readonly id: string; readonly name: string }[];
  readonly seconds: number;
}

export interface CustomerHit {
  readonly id: string;
  readonly name: string;
  readonly tier: TierId;
}

export interface TimelineEvent {
  readonly day: DayNumber;
  readonly kind: "order" | "refund" | "ticket" | "touch" | "survey";
  /** Money of orders and refunds, in major units. */
  readonly amount: number | null;
  readonly text: string;
}

/** A fact about a customer that an action was chosen by. */
export type ActionReason = "openComplaint" | "stage" | "tier" | "lapsed" | "company";

export interface CustomerLens {
  readonly id: string;
  readonly name: string;
  readonly tier: TierId;
  /** The tier a person set by hand, which `tier` is, and why; null: none. */
  readonly override: {
    readonly tier: TierId;
    readonly reason: string;
    /** What the scores say by themselves. */
    readonly computed: TierId;
  } | null;
  readonly segment: string;
  readonly tag: string;
  readonly owner: string;
  readonly phone: string;
  readonly email: string;
  readonly consent: boolean;
  readonly openComplaint: boolean;
  readonly daysSinceLastOrder: number | null;
  readonly orders: number;
  readonly netSpend: number;
  readonly totalOrders: number;
  readonly totalNet: number;
  readonly intervalDays: number | null;
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly score: number | null;
  readonly rank: number | null;
  readonly of: number;
  readonly satisfaction: number | null;
  readonly risk: {
    readonly horizonDays: number;
    readonly risk: number;
    readonly low: number;
    readonly high: number;
    readonly band: RiskBand;
    /** relative: the band says where the customer stands among all; fixed: between which limits the risk lies. */
    readonly bandBasis: "relative" | "fixed";
    readonly reasons: readonly RiskReason[];
    /** The reason as the report words it. */
    readonly sentence: string;
    readonly nextPurchaseDays: number | null;
    /** Risk of earlier snapshots, oldest first. */
    readonly history: readonly { readonly day: DayNumber; readonly risk: number }[];
  } | null;
  readonly value: {
    readonly clv: number;
    readonly low: number;
    readonly high: number;
    readonly quadrant: string;
  } | null;
  /** Oldest first. */
  readonly timeline: readonly TimelineEvent[];
  readonly loyalty: {
    readonly index: number | null;
    readonly coverage: number;
    readonly parts: readonly {
      readonly id: string;
      readonly value: number | null;
      readonly proxy: boolean;
    }[];
  } | null;
  /** Stage, type of relation with its reasons, and what the strategy asks for, in the report's language; "" for what is not known. */
  readonly relation: {
    readonly stage: string;
    readonly stageFlags: string;
    readonly relation: string;
    readonly relationReasons: string;
    readonly action: string;
    readonly channel: string;
    readonly owner: string;
    /** What the strategy went by when it chose the action. */
    readonly actionReasons: readonly ActionReason[];
    /** It sells, and the customer did not agree to marketing: consent comes first. */
    readonly actionNeedsConsent: boolean;
  };
  /** The next touch of the plan; null: the tier has no rhythm. */
  readonly nextAction: {
    readonly dueOn: DayNumber;
    readonly overdue: boolean;
    /** In the report's language. */
    readonly action: string;
    readonly channel: string;
    readonly owner: string;
  } | null;
}

export interface BacktestView {
  readonly horizonDays: number;
  /** In plain words: whether the risk would have worked. */
  readonly verdict: string;
  readonly cuts: readonly {
    readonly day: DayNumber;
    readonly customers: number;
    readonly methods: readonly {
      readonly id: string;
      readonly auc: number | null;
      readonly brier: number | null;
      readonly logLoss: number | null;
      readonly mae: number | null;
    }[];
    readonly calibration: readonly {
      readonly predicted: number;
      readonly observed: number;
      readonly customers: number;
    }[];
    readonly bands: readonly {
      readonly band: RiskBand;
      readonly customers: number;
      readonly lostShare: number;
    }[];
    /** Times as many lost customers among the riskiest tenth as among all; null: none were lost. */
    readonly topLift: number | null;
  }[];
  /** Why nothing could be tested; null: something could. */
  readonly gap: string | null;
}

export interface WhatIfChange {
  /** Change of the yearly retention, 0.05: five points up. */
  readonly retentionPoints: number;
  /** Relative change of the cost of a new customer: −0.3. */
  readonly cacChange: number;
  readonly topShare: number;
  readonly bottomShare: number;
  readonly weights: { readonly r: number; readonly f: number; readonly m: number };
  readonly margin: number;
}

export interface WhatIfView {
  readonly retention:
    | {
        readonly status: "known";
        readonly today: number;
        readonly changed: number;
        readonly buyers: number;
        readonly revenueChange: number;
        readonly lifetimeMargin: number;
        readonly changedLifetimeMargin: number;
        /** Worth at retentions from 15 points below to 15 above today's, for a plot. */
        readonly curve: readonly { readonly retention: number; readonly lifetimeMargin: number }[];
      }
    | { readonly status: "tooLittleData"; readonly days: number };
  readonly acquisition: {
    readonly cac: number | null;
    readonly changedCac: number | null;
    readonly newCustomers: number;
    readonly changedNewCustomers: number | null;
    readonly valueChange: number | null;
  } | null;
  readonly tiers: readonly {
    readonly tier: TierId;
    readonly customers: number;
    readonly changedCustomers: number;
    readonly net: number;
    readonly changedNet: number;
    readonly clv: number;
    readonly changedClv: number;
  }[];
  readonly moves: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: TierId;
    readonly to: TierId;
  }[];
  /** How many moved; `moves` holds the first hundred by spend. */
  readonly moved: number;
}

export interface SelectedRange extends Place {
  readonly rows: number;
  readonly columns: number;
  /** Whether the first row looks like headings. */
  readonly headings: readonly string[] | null;
}

export interface FormulaChange {
  readonly formulas: number;
  readonly places: readonly Place[];
}

/** Something that could not be done, as a code with what its sentence needs; the surface words it (`describeProblem`, area "app"). */
export class AppProblem extends Error {
  override readonly name = "AppProblem";
  constructor(
    readonly code: string,
    readonly holes: Readonly<Record<string, string | number>> = {},
    readonly terms: Readonly<Record<string, readonly string[]>> = {},
    readonly detail: {
      readonly place?: Place;
      /** Trying again may help. */
      readonly retry?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, { cause: detail.cause });
  }
}
