import type { DayNumber } from "../math/day";

/** A scale that answers are given on, with its ends. */
export interface AnswerScale {
  readonly min: 0 | 1;
  /** 1: yes or no. */
  readonly max: 1 | 5 | 10 | 100;
}

/** One row of a survey sheet. An answer that was left blank, or lies outside its scale, is null, never 0. */
export interface SurveyAnswer {
  readonly customerId: string;
  /** Rows of a sheet without customers each have a key of their own. */
  readonly customerKey: string;
  readonly answeredOn: DayNumber | null;
  readonly satisfaction: number | null;
  readonly satisfactionScale: AnswerScale;
  readonly recommend: number | null;
  readonly recommendScale: AnswerScale;
  /** As shares of their scales, 0 to 1: trust in the service, sensitivity to prices, time spent choosing. */
  readonly trust: number | null;
  readonly priceSensitivity: number | null;
  readonly choosingTime: number | null;
  /** Share of its scale: how firmly rivals are refused, also where the survey asks whether they are considered. */
  readonly refusesRivals: number | null;
  /** Share of what they buy of the kind that they buy here. */
  readonly walletShare: number | null;
  readonly comment: string;
}

/** The latest answer of one customer to each question. */
export interface LatestAnswer {
  readonly customerId: string;
  readonly customerKey: string;
  /** Satisfaction as a share of the top of its scale (4 of 5 is 0.8) and between its ends (4 of 1 to 5 is 0.75). */
  readonly satisfaction: {
    readonly ofTop: number;
    readonly ofRange: number;
    readonly on: DayNumber | null;
  } | null;
  /** 0 to 10. */
  readonly recommend: { readonly value: number; readonly on: DayNumber | null } | null;
  /** As shares of their scales, 0 to 1. */
  readonly trust: DatedShare | null;
  readonly priceSensitivity: DatedShare | null;
  readonly choosingTime: DatedShare | null;
  readonly refusesRivals: DatedShare | null;
  readonly walletShare: DatedShare | null;
}

export interface DatedShare {
  readonly share: number;
  readonly on: DayNumber | null;
}

/** Satisfaction and willingness to recommend, one (the latest) answer a customer. */
export interface SurveySummary {
  /** Customers whose satisfaction is known. */
  readonly n: number;
  /** Mean on a scale of 5; null without answers, like all that follow. */
  readonly mean5: number | null;
  /** 0 to 100: answer ÷ top of the scale, and position between the ends of the scale. */
  readonly indexTimes: number | null;
  readonly indexMinmax: number | null;
  /** Share of customers at 4 of 5 or better. */
  readonly csat: number | null;
  readonly npsN: number;
  readonly promoters: number;
  readonly detractors: number;
  /** −100 to 100. */
  readonly nps: number | null;
}
