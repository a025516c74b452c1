import { contactsOf, type ContactReview } from "./contacts";
import { customerVoiceOf, type CustomerVoice } from "./customerVoice";
import type { MeasuredSources, ProgrammeInputs, ProgrammeStanding } from "./inputs";
import { marketOf, type Market } from "./market";
import { plansOf, type Plans } from "./plans";
import { relationshipOf, type Relationship } from "./relationship";
import { serviceReviewOf, type ServiceReview } from "./serviceReview";
import { winBackOf } from "./winBack";

export type { ProgrammeInputs, ProgrammeSources } from "./inputs";
export { daysToActionAt } from "./customerVoice";
export { touchCoverageAt } from "./touchColumns";
export { winBackAt } from "./winBack";
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

/** Where things stand before anything is measured against a target: KPIs are made of it, among others. */
export function standingOf(sources: MeasuredSources): ProgrammeStanding {
  return {
    relationship: relationshipOf(sources),
    serviceReview: serviceReviewOf(sources),
    voice: customerVoiceOf(sources),
    contacts: contactsOf(sources),
    winBack: winBackOf(sources),
  };
}

export function programmeOf(inputs: ProgrammeInputs): Programme {
  const { relationship, serviceReview, voice, contacts } = inputs.standing;
  return {
    relationship,
    serviceReview,
    voice,
    contacts,
    market: marketOf(inputs),
    plans: plansOf(inputs),
  };
}
