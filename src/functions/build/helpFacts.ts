import type { FunctionId } from "../definitions";
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
}

export const HELP_FACTS: Readonly<Record<FunctionId, HelpFacts>> = {
  RFMSCORE: { example: '=CRM.RFMSCORE(A2:A85, B2:B85, C2:C85, "2025-12-31")', unknowable: ["noOrders"] },
  SCORE: { example: "=CRM.SCORE(D2:D21)", unknowable: [] },
  TIER: { example: "=CRM.TIER(I2:I21)", unknowable: ["tooFew"] },
  SEGMENT: { example: "=CRM.SEGMENT(E2:E21, F2:F21, G2:G21)", unknowable: [] },
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
    example: '=CRM.BACKTEST(A2:A85, B2:B85, C2:C85, "2025-12-31")',
    unknowable: ["noOrders", "historyTooShort"],
  },
  FORECAST: {
    example: '=CRM.FORECAST(A2:A85, B2:B85, C2:C85, "2025-12-31", {30,90})',
    unknowable: ["noOrders", "fitNoTime", "fitNotConverged"],
  },
  EXPLAIN: {
    example: '=CRM.EXPLAIN(A2, A2:A85, B2:B85, C2:C85, "2025-12-31")',
    unknowable: ["noOrders", "unknownCustomer", "customerWithoutOrder"],
  },
  WINBACK: { example: '=CRM.WINBACK(A2:A85, B2:B85, C2:C85, "2025-12-31")', unknowable: ["noOrders"] },
  COHORT: { example: "=CRM.COHORT(A2:A85, B2:B85)", unknowable: ["noOrders"] },
  MOVEMENT: { example: "=CRM.MOVEMENT(A2:A21, K2:K21, N2:N25, X2:X25)", unknowable: ["noCustomers"] },
  SLA: { example: '=CRM.SLA(E2:E15, F2:F15, 2, "2025-12-31 18:00")', unknowable: ["noTimes"] },
  COMPLETENESS: {
    example: '=CRM.COMPLETENESS(B2:F21, "text,phone,text,text,text")',
    unknowable: ["noCells"],
  },
  CHANNELS: { example: "=CRM.CHANNELS(A2:A7, B2:B7, C2:C7, D2:D7, E2:E7)", unknowable: ["noChannels"] },
  KPI: { example: '=CRM.KPI(0.45, 0.4, 0.25, "relative")', unknowable: [] },
  MASK: { example: '=CRM.MASK("13800138000", "phone")', unknowable: [] },
};
