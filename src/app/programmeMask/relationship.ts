import type { Analysis, CustomerRow } from "../../core/analysis";

type Relationship = Analysis["programme"]["relationship"];

/**
 * The same lists over masked customers. What stands beside them is by place, in ids and figures; of the words in
 * it the wished channel may hold a phone or an address.
 *
 * @param masked - the masked row of a customer of the analysis
 * @param free - masks phones and addresses in free text
 */
export function maskRelationship(
  relationship: Relationship,
  masked: (row: CustomerRow) => CustomerRow,
  free: (text: string) => string,
): Relationship {
  const listed = <T extends { readonly row: CustomerRow }>(items: readonly T[]): readonly T[] =>
    items.map((item) => ({ ...item, row: masked(item.row) }));
  const { advisers, deadMembers, onboarding, opportunities, invites } = relationship;
  return {
    ...relationship,
    actions: relationship.actions.map((action) => ({ ...action, channel: free(action.channel) })),
    interactions:
      relationship.interactions &&
      relationship.interactions.map((all) => all.map((one) => ({ ...one, text: free(one.text) }))),
    touchPlan: listed(relationship.touchPlan).map((item) => ({ ...item, channel: free(item.channel) })),
    potential: listed(relationship.potential),
    opportunities: opportunities && listed(opportunities),
    stars: relationship.stars.map(masked),
    invites: { newcomers: invites.newcomers.map(masked), regulars: invites.regulars.map(masked) },
    deadMembers: deadMembers && { ...deadMembers, dead: listed(deadMembers.dead) },
    onboarding: { ...onboarding, customers: listed(onboarding.customers) },
    advisers: advisers && {
      ...advisers,
      highValueWithout: advisers.highValueWithout.map(masked),
      companiesWithout: advisers.companiesWithout.map(masked),
    },
  };
}
