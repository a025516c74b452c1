import { needShares } from "../../programme";
import type { TierNeeds } from "../../programme/needShares";
import type { ProgrammeInputs } from "./inputs";

/** Common and rare needs by tier; null without a column of needs. */
export function needsOf({ rows, customers }: ProgrammeInputs): readonly TierNeeds[] | null {
  return customers.fields.has("need") ? needShares(rows) : null;
}
