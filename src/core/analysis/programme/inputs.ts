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
import type { WinBackEntry, WinBackTracker } from "../../winBack";
import type { Predictions } from "../predictions";
import type { CustomerRow, SnapshotRow } from "../types";
import type { ContactReview } from "./contacts";
import type { CustomerVoice } from "./customerVoice";
import type { KpiFigures } from "./kpiFigures";
import type { Relationship } from "./relationship";
import type { ServiceReview } from "./serviceReview";

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

/** The same with the figures of the programme on the KPI board, made once. */
export interface MeasuredSources extends ProgrammeSources {
  readonly figures: KpiFigures;
}

/** The parts of the programme that need no KPI. */
export interface ProgrammeStanding {
  readonly relationship: Relationship;
  readonly serviceReview: ServiceReview | null;
  readonly voice: CustomerVoice;
  readonly contacts: ContactReview | null;
  readonly winBack: WinBackTracker;
}

/** What the other parts of the programme draw on. */
export interface ProgrammeInputs extends MeasuredSources {
  readonly standing: ProgrammeStanding;
  readonly kpis: readonly KpiResult[];
}
