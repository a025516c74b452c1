import { roadmap } from "../../programme";
import type { Goal } from "../../programme/roadmap";
import type { TrainingSummary } from "../../training";
import type { ProgrammeInputs } from "./inputs";

/** What is to be done by whom and when, and how far it has come. */
export interface Plans {
  readonly roadmap: readonly Goal[];
  /** null without a sheet. */
  readonly training: TrainingSummary | null;
}

export function plansOf({ kpis, training, asOf, settings, absent }: ProgrammeInputs): Plans {
  return {
    roadmap: roadmap(kpis, settings.programme.startOn ?? asOf + 1, asOf),
    training: absent.has("training") ? null : training,
  };
}
