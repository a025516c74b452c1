import type { ProgrammeInputs } from "./inputs";
import { marketOf, type Market } from "./market";
import { plansOf, type Plans } from "./plans";
import { relationshipOf, type Relationship } from "./relationship";
import { serviceReviewOf, type ServiceReview } from "./serviceReview";

export type { ProgrammeInputs } from "./inputs";
export type { Market, Plans, Relationship, ServiceReview };

/** What the brief's programme asks for beyond scores, prediction and KPIs. */
export interface Programme {
  readonly relationship: Relationship;
  /** null without a ticket sheet. */
  readonly serviceReview: ServiceReview | null;
  readonly market: Market;
  readonly plans: Plans;
}

export function programmeOf(inputs: ProgrammeInputs): Programme {
  return {
    relationship: relationshipOf(inputs),
    serviceReview: serviceReviewOf(inputs),
    market: marketOf(inputs),
    plans: plansOf(inputs),
  };
}
