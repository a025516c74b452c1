import type { DayNumber } from "../math/day";

/** One planned or done touch. Yes/no cells that the sheet lacks, or words nobody knows, are null. */
export interface TouchRecord {
  readonly customerId: string;
  readonly customerKey: string;
  readonly plannedOn: DayNumber | null;
  readonly doneOn: DayNumber | null;
  readonly channel: string;
  readonly campaign: string;
  readonly delivered: boolean | null;
  readonly responded: boolean | null;
  readonly cost: number | null;
  readonly owner: string;
}

export interface ResponseCounts {
  readonly delivered: number;
  readonly responded: number;
  /** responded ÷ delivered; null with nothing delivered. */
  readonly rate: number | null;
}

/** Responses over the report window, counted per touch and per customer. */
export interface TouchResponse extends ResponseCounts {
  readonly customers: ResponseCounts;
  readonly byChannel: readonly (ResponseCounts & { readonly channel: string })[];
}
