import type { Analysis, CustomerRow } from "../../core/analysis";

/** How a masked copy writes what may say who somebody is. */
export interface Masker {
  readonly id: (id: string) => string;
  readonly customer: (row: CustomerRow) => CustomerRow;
  /** A cell of the customer sheet by its field. */
  readonly field: (field: string, text: string) => string;
  /** Text in which phones and addresses may stand. */
  readonly free: (text: string) => string;
}

type ServiceParts = Pick<Analysis["programme"], "serviceReview" | "voice" | "contacts">;

/** Service, feedback and contacts with the people taken out; staff and figures stay. */
export function maskServiceParts(
  { serviceReview, voice, contacts }: ServiceParts,
  masker: Masker,
): ServiceParts {
  const { id, field, free } = masker;
  const ticket = <T extends { readonly customerId: string; readonly reason: string }>(item: T): T => ({
    ...item,
    customerId: id(item.customerId),
    reason: free(item.reason),
  });
  const reason = <T extends { readonly reason: string }>(item: T): T => ({
    ...item,
    reason: free(item.reason),
  });
  const month = <T extends { readonly reasons: readonly { readonly reason: string }[] }>(item: T): T => ({
    ...item,
    reasons: item.reasons.map(reason),
  });
  const person = <
    T extends {
      readonly customerId: string;
      readonly name: string;
      readonly phone: string;
      readonly email: string;
    },
  >(
    item: T,
  ): T => ({
    ...item,
    customerId: id(item.customerId),
    name: field("name", item.name),
    phone: field("phone", item.phone),
    email: field("email", item.email),
  });
  return {
    serviceReview: serviceReview && {
      ...serviceReview,
      complaintMonths: serviceReview.complaintMonths.map(month),
      reported: month(serviceReview.reported),
      improvements: serviceReview.improvements.map(reason),
      complaintTable: serviceReview.complaintTable.map(reason),
      urgent: serviceReview.urgent.map(ticket),
      escalations: serviceReview.escalations.map(ticket),
    },
    voice: {
      ...voice,
      costToServe: voice.costToServe && {
        ...voice.costToServe,
        losing: voice.costToServe.losing.map((cost) => ({ ...cost, row: masker.customer(cost.row) })),
      },
    },
    contacts: contacts && {
      ...contacts,
      problems: contacts.problems.map(person),
      duplicates: contacts.duplicates.map(({ one, other, evidence }) => ({
        one: person(one),
        other: person(other),
        evidence,
      })),
      ownerChanges: contacts.ownerChanges && {
        ...contacts.ownerChanges,
        list: contacts.ownerChanges.list.map(({ customerId, changes }) => ({
          customerId: id(customerId),
          changes,
        })),
      },
    },
  };
}
