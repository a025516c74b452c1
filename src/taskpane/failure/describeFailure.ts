import { AppProblem, type Place } from "../../app/services";
import { describeProblem } from "../../i18n/describeProblem";
import { isPaneKey, type PaneTranslate } from "../../i18n/paneWords";

/** Something that went wrong, as a person is told it. */
export interface Failure {
  /** What happened and what to do. */
  readonly sentence: string;
  /** Where; null: nowhere in the workbook. */
  readonly place: Place | null;
  /** Whether trying again may help. */
  readonly retry: boolean;
  /** For whoever mends it; in English whatever the language. */
  readonly details: string;
}

/** Puts any error into words; one nobody foresaw says so and asks for its details to be passed on. */
export function describeFailure(t: PaneTranslate, error: unknown): Failure {
  if (error instanceof AppProblem && isPaneKey(`app.${error.code}`)) {
    return {
      sentence: describeProblem(t, "app", error),
      place: error.detail.place ?? null,
      retry: error.detail.retry ?? false,
      details: detailsOf(error),
    };
  }
  // Even where the words are missing, the place is worth showing.
  const place = error instanceof AppProblem ? (error.detail.place ?? null) : null;
  return { sentence: t("pane.failure.unexpected"), place, retry: true, details: detailsOf(error) };
}

function detailsOf(error: unknown): string {
  const lines = [`Tenure ${__TENURE_VERSION__}`];
  for (let cause: unknown = error, depth = 0; cause !== undefined && depth < 5; depth += 1) {
    if (!(cause instanceof Error)) {
      lines.push(String(cause));
      break;
    }
    const holes = cause instanceof AppProblem ? ` ${JSON.stringify(cause.holes)}` : "";
    lines.push(`${cause.stack ?? `${cause.name}: ${cause.message}`}${holes}`);
    cause = cause.cause;
  }
  return lines.join("\n");
}
