import type { EventSummary } from "../../events";
import { funnel } from "../../leads";
import type { Funnel } from "../../leads/funnel";
import type { ProgrammeInputs } from "./inputs";

/** How customers are found, asked and won, beside what the brief claims. */
export interface Market {
  /** null without a sheet, like what follows. */
  readonly funnel: Funnel | null;
  readonly events: EventSummary | null;
}

export function marketOf({ leads, absent, figures }: ProgrammeInputs): Market {
  return {
    funnel: absent.has("leads") ? null : funnel(leads),
    events: figures.events,
  };
}
