import type { DayNumber } from "../../math/day";
import { ownerChanges } from "../../programme";
import { contactProblems, duplicateCandidates, isTestRecord } from "../../quality";
import type { ContactProblemCode } from "../../quality/contactProblems";
import type { DuplicateEvidence } from "../../quality/duplicateCandidates";
import type { TierId } from "../../tiers/types";
import type { CustomerRecord } from "../types";
import type { ProgrammeSources } from "./inputs";

/** Somebody of the customer sheet, as lists name them. */
export interface ListedPerson {
  readonly customerId: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly tier: TierId;
  readonly owner: string;
}

export interface ContactIssue extends ListedPerson {
  readonly codes: readonly ContactProblemCode[];
  /** Touches in a row, up to the latest, that did not arrive. */
  readonly undelivered: number;
  /** Day the customer was last reached: the last proof that a way to them works. */
  readonly reachedOn: DayNumber | null;
}

export interface DuplicateCandidate {
  readonly one: ListedPerson;
  readonly other: ListedPerson;
  readonly evidence: readonly DuplicateEvidence[];
}

/** Whether customers can be reached, and whether two records may be one person. */
export interface ContactReview {
  /** Customers looked at; test accounts are left out. */
  readonly customers: number;
  /** What the sheet asks for at all. */
  readonly asked: { readonly phone: boolean; readonly email: boolean };
  readonly problems: readonly ContactIssue[];
  readonly duplicates: readonly DuplicateCandidate[];
  /** null: no history of owners. */
  readonly ownerChanges: {
    readonly customers: number;
    readonly changed: number;
    readonly list: readonly { readonly customerId: string; readonly changes: number }[];
  } | null;
}

/** @returns null without a customer sheet */
export function contactsOf(inputs: ProgrammeSources): ContactReview | null {
  const { customers, touches, rowByKey, asOf, absent } = inputs;
  if (absent.has("customers")) return null;
  const arrivals = new Map<string, { day: DayNumber; arrived: boolean }[]>();
  for (const { customerKey, doneOn, delivered, responded } of touches) {
    // Somebody who answered was reached, whatever the other column says.
    const arrived = responded === true ? true : delivered;
    if (doneOn === null || doneOn > asOf || arrived === null) continue;
    const known = arrivals.get(customerKey);
    if (known === undefined) arrivals.set(customerKey, [{ day: doneOn, arrived }]);
    else known.push({ day: doneOn, arrived });
  }
  const people = customers.records.flatMap((record, index) => {
    const key = customers.keys[index] ?? "";
    return isTestRecord(record) ? [] : [{ key, record, tier: rowByKey.get(key)?.tier ?? "" }];
  });
  const asked = { phone: customers.fields.has("phone"), email: customers.fields.has("email") };
  const listed = (index: number): ListedPerson => {
    const { key, record, tier } = people[index] as (typeof people)[number];
    return personOf(rowByKey.get(key)?.id ?? record.customerId, record, tier);
  };
  const changes = ownerChanges(touches, asOf);
  return {
    customers: people.length,
    asked,
    problems: contactProblems(
      people.map(({ key, record: { phone, email } }) => ({ phone, email, touches: arrivals.get(key) ?? [] })),
      asked,
    ).map(({ customer, codes, undelivered, reachedOn }) => ({
      ...listed(customer),
      codes,
      undelivered,
      reachedOn,
    })),
    duplicates: duplicateCandidates(people.map(({ record }) => record)).map(({ one, other, evidence }) => ({
      one: listed(one),
      other: listed(other),
      evidence,
    })),
    ownerChanges: changes && {
      customers: changes.customers,
      changed: changes.changed,
      list: changes.list.map(({ customerKey, changes: times }) => ({
        customerId: rowByKey.get(customerKey)?.id ?? customerKey,
        changes: times,
      })),
    },
  };
}

function personOf(
  customerId: string,
  { name, phone, email, owner }: CustomerRecord,
  tier: TierId,
): ListedPerson {
  return { customerId, name, phone, email, tier, owner };
}
