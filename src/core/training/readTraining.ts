import type { TableProblem } from "../analysis/types";
import type { DayNumber } from "../math/day";
import type { MappedTable } from "../tables";
import { recordsOfRows } from "../tables/forEachRow";
import type { ReadingSettings } from "../tables/tableReader";

export interface TrainingRecord {
  readonly module: string;
  readonly post: string;
  readonly hours: number | null;
  readonly plannedOn: DayNumber | null;
  readonly doneOn: DayNumber | null;
  readonly state: "done" | "overdue" | "planned";
}

export interface TrainingSummary {
  readonly records: readonly TrainingRecord[];
  readonly hours: number;
  readonly doneHours: number;
  /** doneHours ÷ hours; null without hours. */
  readonly doneShare: number | null;
}

/** Reads the training sheets as they stand on the as-of date; a module without a name is a problem. */
export function readTraining(
  tables: readonly MappedTable<"training">[],
  settings: ReadingSettings,
  asOf: DayNumber,
): { readonly training: TrainingSummary; readonly problems: readonly TableProblem[] } {
  const { records, problems } = recordsOfRows(tables, settings, (reader, row): TrainingRecord | null => {
    const module = reader.text(row, "module");
    if (module === "") {
      reader.report(row, "module", "missingValue");
      return null;
    }
    const plannedOn = reader.day(row, "plannedOn");
    const doneOn = reader.day(row, "doneOn");
    const done = doneOn !== null && doneOn <= asOf;
    return {
      module,
      post: reader.text(row, "post"),
      hours: reader.amount(row, "hours"),
      plannedOn,
      doneOn: done ? doneOn : null,
      state: done ? "done" : plannedOn !== null && plannedOn < asOf ? "overdue" : "planned",
    };
  });
  const hoursOf = (list: readonly TrainingRecord[]) => list.reduce((sum, { hours }) => sum + (hours ?? 0), 0);
  const hours = hoursOf(records);
  const doneHours = hoursOf(records.filter(({ state }) => state === "done"));
  return {
    training: { records, hours, doneHours, doneShare: hours > 0 ? doneHours / hours : null },
    problems,
  };
}
