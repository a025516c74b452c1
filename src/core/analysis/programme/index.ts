import { contactsOf, type ContactReview } from "./contacts";
import { customerVoiceOf, type CustomerVoice } from "./customerVoice";
import type { ProgrammeInputs } from "./inputs";
import { marketOf, type Market } from "./market";
import { plansOf, type Plans } from "./plans";
import { relationshipOf, type Relationship } from "./relationship";
import { serviceReviewOf, type ServiceReview } from "./serviceReview";

export type { ProgrammeInputs, ProgrammeSources } from "./inputs";
export { kpiFigures, recommendationsAt, trendDay, type KpiFigures } from "./kpiFigures";
export type { ContactReview, CustomerVoice, Market, Plans, Relationship, ServiceReview };

/** What the brief's programme asks for beyond scores, prediction and KPIs. */
export interface Programme {
  readonly relationship: Relationship;
  /** null without a ticket sheet. */
  readonly serviceReview: ServiceReview | null;
  readonly voice: CustomerVoice;
  /** null without a customer sheet. */
  readonly contacts: ContactReview | null;
  readonly market: Market;
  readonly plans: Plans;
}

export function programmeOf(inputs: ProgrammeInputs): Programme {
  return {
    relationship: relationshipOf(inputs),
    serviceReview: serviceReviewOf(inputs),
    voice: customerVoiceOf(inputs),
    contacts: contactsOf(inputs),
    market: marketOf(inputs),
    plans: plansOf(inputs),
  };
}
