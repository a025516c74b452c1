import { dayOfMoment, NO_DAY } from "../../math/day";
import { lifecycleStage, type StageFacts } from "../../lifecycle";
import type { Stage } from "../../lifecycle/lifecycleStage";
import { arrival } from "../../touch";
import type { ProgrammeInputs } from "./inputs";

/** Where every customer stands with the shop. Columns over `analysis.customers`, in their order. */
export interface Relationship {
  readonly stages: readonly Stage[];
}

/** Days after which a ticket no longer counts as being served. */
const TICKET_DAYS = 30;

/** Stages, types of relation, loyalty and what to do next, customer by customer. */
export function relationshipOf(inputs: ProgrammeInputs): Relationship {
  return { stages: stagesOf(inputs) };
}

function stagesOf({
  rows,
  tickets,
  touches,
  customers,
  leads,
  book,
  asOf,
  settings,
}: ProgrammeInputs): readonly Stage[] {
  const keyOf = (id: string) => customers.keys[customers.indexOf.get(id) ?? -1] ?? id;
  const referrers = new Set(
    customers.records
      .map(({ referrerId }) => referrerId)
      .filter((id) => id !== "")
      .map(keyOf),
  );
  const served = new Set<string>();
  const interested = new Set<string>();
  for (const { customerKey, createdAt, resolvedAt, type } of tickets) {
    const opened = dayOfMoment(createdAt);
    if (opened > asOf) continue;
    const isOpen = resolvedAt === null || dayOfMoment(resolvedAt) > asOf;
    if (isOpen || asOf - opened <= TICKET_DAYS) served.add(customerKey);
    if (type === "enquiry") interested.add(customerKey);
  }
  for (const touch of touches) {
    if (touch.doneOn !== null && touch.doneOn <= asOf && arrival(touch) === "answered")
      interested.add(touch.customerKey);
  }
  for (const { customerKey } of leads) interested.add(customerKey);
  for (const { customer } of book.unpaid) interested.add(book.customerKeys[customer] ?? "");
  const { loyalOrders, supportDays } = settings.programme;
  const limits = { loyalOrders, supportDays, lapsedMonths: settings.winBackMonths };
  return rows.map(({ key, totalOrders, lastDay }) => {
    const facts: StageFacts = {
      orders: totalOrders,
      lastOrderDay: lastDay ?? NO_DAY,
      referred: referrers.has(key),
      inService: served.has(key),
      showedInterest: interested.has(key),
    };
    return lifecycleStage(facts, asOf, limits);
  });
}
