import type { Analysis } from "../../core/analysis";
import type { Masker } from "./serviceReview";

type Plans = Analysis["programme"]["plans"];

/** Plans with the people taken out of the win-back log and of free text; staff, figures and drawn places in the book stay. */
export function maskPlans(plans: Plans, { id, free }: Pick<Masker, "id" | "free">): Plans {
  const { winBack, training } = plans;
  return {
    ...plans,
    training:
      training.source === "template"
        ? training
        : {
            ...training,
            records: training.records.map((record) => ({
              ...record,
              module: free(record.module),
              post: free(record.post),
            })),
            byPost: training.byPost.map((line) => ({ ...line, post: free(line.post) })),
          },
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
