import type { FunctionId } from "../definitions";
import type { HelpWord } from "./helpWords";
import type { Word } from "../words";

/** End of the key of a sentence that comes with #N/A. */
export type Unknowable = Word extends infer Key
  ? Key extends `functions.unknowable.${infer Code}`
    ? Code
    : never
  : never;

/** What help pages say of a function that the function itself has no use for. */
interface HelpFacts {
  /** A formula that works on the sheets of the sample; its text tells what it shows. */
  readonly example: string;
  /** Codes of what the data may be unable to tell. */
  readonly unknowable: readonly Unknowable[];
  /** Names of what is returned, where no row of headings says so. */
  readonly columns?: readonly Extract<HelpWord, `functions.column.${string}` | `help.column.${string}`>[];
}

export const HELP_FACTS: Readonly<Record<FunctionId, HelpFacts>> = {
  RFMSCORE: { example: '=CRM.RFMSCORE(A2:A85, B2:B85, C2:C85, "2025-12-31")', unknowable: ["noOrders"] },
  SCORE: { columns: ["functions.column.score"], example: "=CRM.SCORE(D2:D21)", unknowable: [] },
  TIER: { columns: ["functions.column.tier"], example: "=CRM.TIER(I2:I21)", unknowable: ["tooFew"] },
  SEGMENT: {
    columns: ["help.column.segment"],
    example: "=CRM.SEGMENT(E2:E21, F2:F21, G2:G21)",
    unknowable: [],
  },
  CHURNRISK: { example: '=CRM.CHURNRISK(A2:A85, B2:B85, C2:C85, "2025-12-31")', unknowable: ["noOrders"] },
  CLV: {
    example: '=CRM.CLV(A2:A85, B2:B85, C2:C85, "2025-12-31")',
    unknowable: ["noOrders", "fitNoTime", "fitNotConverged"],
  },
  MODELFIT: {
    example: '=CRM.MODELFIT(A2:A85, B2:B85, C2:C85, "2025-12-31", "bgnbd")',
    unknowable: ["noOrders", "fitNoTime", "fitNotConverged"],
  },
  BACKTEST: {
    columns: [
      "functions.column.method",
      "functions.column.auc",
      "functions.column.brier",
      "functions.column.logLoss",
      "functions.column.ordersError",
      "functions.column.cutDay",
      "functions.column.group",
      "functions.column.customers",
      "functions.column.meanRisk",
      "functions.column.realisedLoss",
      "functions.column.verdict",
    ],
    example: '=CRM.BACKTEST(A2:A85, B2:B85, C2:C85, "2025-12-31")',
    unknowable: ["noOrders", "historyTooShort"],
  },
  FORECAST: {
    example: '=CRM.FORECAST(A2:A85, B2:B85, C2:C85, "2025-12-31", {30,90})',
    unknowable: ["noOrders", "fitNoTime", "fitNotConverged"],
  },
  EXPLAIN: {
    columns: ["help.column.explanation"],
    example: '=CRM.EXPLAIN(A2, A2:A85, B2:B85, C2:C85, "2025-12-31")',
    unknowable: ["noOrders", "unknownCustomer", "customerWithoutOrder"],
  },
  WINBACK: { example: '=CRM.WINBACK(A2:A85, B2:B85, C2:C85, "2025-12-31")', unknowable: ["noOrders"] },
  COHORT: {
    columns: ["functions.column.cohort", "functions.column.customers", "help.column.shareByPeriod"],
    example: "=CRM.COHORT(A2:A85, B2:B85)",
    unknowable: ["noOrders"],
  },
  LIFECYCLE: { example: '=CRM.LIFECYCLE(A2:A85, B2:B85, C2:C85, "2025-12-31")', unknowable: ["noOrders"] },
  RELATIONTYPE: {
    example: '=CRM.RELATIONTYPE(A2:A85, B2:B85, C2:C85, "2025-12-31")',
    unknowable: ["noOrders"],
  },
  LOYALTY: { example: '=CRM.LOYALTY(A2:A85, B2:B85, C2:C85, "2025-12-31")', unknowable: ["noOrders"] },
  MOVEMENT: {
    columns: [
      "functions.column.beforeAndAfter",
      "help.column.eachTier",
      "functions.column.left",
      "functions.column.total",
    ],
    example: "=CRM.MOVEMENT(A2:A21, K2:K21, N2:N25, X2:X25)",
    unknowable: ["noCustomers"],
  },
  NEXTTOUCH: {
    columns: ["help.column.dueDate", "help.column.action", "help.column.overdue"],
    example: '=CRM.NEXTTOUCH(K2:K21, L2:L21, "2025-12-31")',
    unknowable: ["noTouches"],
  },
  SLA: { example: '=CRM.SLA(E2:E15, F2:F15, 2, "2025-12-31 18:00")', unknowable: ["noTimes"] },
  COMPLETENESS: {
    columns: ["functions.column.rate"],
    example: '=CRM.COMPLETENESS(B2:F21, "text,phone,text,text,text")',
    unknowable: ["noCells"],
  },
  CHANNELS: { example: "=CRM.CHANNELS(A2:A7, B2:B7, C2:C7, D2:D7, E2:E7)", unknowable: ["noChannels"] },
  CROSSSELL: { example: "=CRM.CROSSSELL(A2:A85, D2:D85, B2:B85)", unknowable: ["noItems"] },
  KPI: {
    columns: ["help.column.status", "help.column.targetValue", "help.column.gap"],
    example: '=CRM.KPI(0.45, 0.4, 0.25, "relative")',
    unknowable: [],
  },
  MASK: { columns: ["help.column.masked"], example: '=CRM.MASK("13800138000", "phone")', unknowable: [] },
};
