import type { Analysis } from "../../core/analysis";
import type { Masker } from "./serviceReview";

type Plans = Analysis["programme"]["plans"];

/** Plans with the people taken out of the win-back log; staff, figures and drawn places in the book stay. */
export function maskPlans(plans: Plans, { id, free }: Pick<Masker, "id" | "free">): Plans {
  const { winBack } = plans;
  return {
    ...plans,
    winBack: {
      ...winBack,
      attempts: winBack.attempts.map((attempt) => ({
        ...attempt,
        entry: {
          ...attempt.entry,
          customerId: id(attempt.entry.customerId),
          customerKey: id(attempt.entry.customerKey),
          reason: free(attempt.entry.reason),
          action: free(attempt.entry.action),
        },
      })),
    },
  };
}
