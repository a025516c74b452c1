import type { ChannelTable } from "../../channels/types";
import type { CustomerBook } from "../../customers";
import type { EventRecord } from "../../events";
import type { KpiResult } from "../../kpi/types";
import type { LeadStep } from "../../leads";
import type { DayNumber, Moment } from "../../math/day";
import type { OrderBook } from "../../orders/types";
import type { Recommendation } from "../../recommendations";
import type { ServiceResults, TicketRecord } from "../../service/types";
import type { Settings } from "../../settings";
import type { LatestAnswer, SurveyAnswer } from "../../surveys";
import type { SheetKind } from "../../tables";
import type { TouchRecord } from "../../touch";
import type { TrainingSummary } from "../../training";
import type { WinBackEntry } from "../../winBack";
import type { Predictions } from "../predictions";
import type { CustomerRow, SnapshotRow } from "../types";
import type { KpiFigures } from "./kpiFigures";

/** Every sheet as it was read, and what the analysis made of it before it came to the KPIs. */
export interface ProgrammeSources {
  readonly asOf: DayNumber;
  readonly now: Moment;
  readonly windowStart: DayNumber;
  readonly firstOrderDay: DayNumber;
  readonly settings: Settings;
  readonly book: OrderBook;
  readonly rows: readonly CustomerRow[];
  readonly rowByKey: ReadonlyMap<string, CustomerRow>;
  readonly customers: CustomerBook;
  /** All tickets, touches and answers, also those before the window. */
  readonly tickets: readonly TicketRecord[];
  readonly touches: readonly TouchRecord[];
  readonly answers: readonly SurveyAnswer[];
  readonly latest: ReadonlyMap<string, LatestAnswer>;
  readonly recommendations: readonly Recommendation[];
  readonly leads: readonly LeadStep[];
  readonly events: readonly EventRecord[];
  readonly winBackLog: readonly WinBackEntry[];
  readonly training: TrainingSummary;
  readonly snapshots: readonly SnapshotRow[];
  readonly channels: ChannelTable | null;
  readonly service: ServiceResults | null;
  readonly predictions: Predictions | null;
  /** Kinds without a sheet: nothing may be claimed of them. */
  readonly absent: ReadonlySet<SheetKind>;
}

/** What the parts of the programme draw on. */
export interface ProgrammeInputs extends ProgrammeSources {
  /** Figures of the programme on the KPI board, made once. */
  readonly figures: KpiFigures;
  readonly kpis: readonly KpiResult[];
}
