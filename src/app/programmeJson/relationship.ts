import type { Analysis, CustomerRow } from "../../core/analysis";
import { STAGE_IDS } from "../../core/lifecycle";
import { formatDay, type DayNumber } from "../../core/math/day";
import type { Json } from "../resultJson";

const day = (value: DayNumber | null): string | null => (value === null ? null : formatDay(value));
/** An id of core that may be "" for "none". */
const id = (value: string): string | null => (value === "" ? null : value);

const who = ({ id: customerId, record, tier }: CustomerRow) => ({
  customerId,
  name: record?.name ?? "",
  tier: id(tier),
});

/** What the customer entry says of relations: stage, type, loyalty, ties and what comes next. */
export function customerRelationJson(
  { programme: { relationship } }: Analysis,
  place: number,
): Readonly<Record<string, Json>> {
  const stage = relationship.stages[place];
  const relation = relationship.relations[place];
  const loyalty = relationship.loyalty[place];
  const tests = relationship.tests[place];
  const switching = relationship.switching[place];
  const ladder = relationship.ladder[place];
  const touch = relationship.touches[place];
  const offer = relationship.crossSelling?.offers[place] ?? null;
  const action = relationship.actions[place];
  return {
    stage: id(stage?.stage ?? ""),
    lapsed: stage?.lapsed ?? false,
    inService: stage?.inService ?? false,
    relationType: id(relation?.type ?? ""),
    relationTypeComputed: id(relation?.computed ?? ""),
    relationReasons: (relation?.reasons ?? []).map(({ code, numbers }) => ({
      code,
      numbers: { ...numbers },
    })),
    loyalty: loyalty?.index ?? null,
    loyaltyCoverage: loyalty?.coverage ?? 0,
    loyaltyParts: Object.fromEntries(
      (loyalty?.parts ?? []).map((part) => [part.id, { value: part.value, proxy: part.proxy }]),
    ),
    loyal: tests?.loyal ?? false,
    loyalTests:
      tests === undefined ? null : { repeat: tests.repeat, recommend: tests.recommend, rival: tests.rival },
    switchingCost: switching?.score ?? 0,
    switchingEvidence: switching?.evidence ?? [],
    ladderLevel: ladder?.level ?? 0,
    ladderNext: ladder?.next ?? null,
    nextTouch:
      touch === null || touch === undefined
        ? null
        : {
            dueOn: day(touch.dueOn),
            action: touch.action,
            every: { ...touch.every },
            by: touch.by,
            state: touch.state,
            holds: touch.holds,
          },
    nextItem: offer && {
      name: offer.name,
      because: offer.because,
      lift: offer.rule?.lift ?? null,
      confidence: offer.rule?.confidence ?? null,
      support: offer.rule?.support ?? null,
    },
    interactions: relationship.interactions?.[place]?.map((one) => ({ ...one, day: day(one.day) })) ?? null,
    nextAction:
      action === undefined
        ? null
        : {
            action: action.rule.action,
            channel: action.channel === "" ? action.rule.channel : action.channel,
            owner: action.owner === "" ? action.rule.role : action.owner,
            blocked: action.blocked,
          },
  };
}

/** The touch plan, in the order it is to be worked. */
export function touchPlanJson({ programme: { relationship } }: Analysis): Json {
  return relationship.touchPlan.map(({ row, touch, lastOn, scheduledOn, channel, channelId, owner }) => ({
    ...who(row),
    action: touch.action,
    dueOn: day(touch.dueOn),
    state: touch.state,
    holds: touch.holds,
    every: { ...touch.every },
    by: touch.by,
    lastOn: day(lastOn),
    scheduledOn: day(scheduledOn),
    channel: channel === "" ? channelId : channel,
    owner,
    consent: row.consent,
  }));
}

/** Counts and lists of the relationship sheets. */
export function relationshipJson({ programme: { relationship } }: Analysis): Json {
  const { stages, moves, relations, coverage, crossSelling, trends, advisers, deadMembers, onboarding } =
    relationship;
  const count = (ids: readonly string[]): Json => {
    const counts: Record<string, number> = {};
    for (const one of ids) if (one !== "") counts[one] = (counts[one] ?? 0) + 1;
    return counts;
  };
  return {
    stages: count(stages.map(({ stage }) => stage)),
    stageFlow: moves && {
      from: day(moves.from),
      stages: moves.flow.stages.map((stage) => ({ ...stage })),
      order: STAGE_IDS,
      moves: moves.flow.moves,
      arrived: moves.flow.arrived,
    },
    relationTypes: count(relations.map(({ type }) => type)),
    touchCoverage: coverage && {
      ...coverage,
      byTier: coverage.byTier.map((tier) => ({ ...tier })),
    },
    crossSellOf: crossSelling && crossSelling.of,
    potential: relationship.potential.map(({ row, reasons, clv }) => ({ ...who(row), reasons, clv })),
    opportunities:
      relationship.opportunities &&
      relationship.opportunities.map(({ row, clv, categories, offer }) => ({
        ...who(row),
        clv,
        categories,
        offer,
      })),
    categories: trends && {
      days: trends.days,
      all: trends.categories.map((trend) => ({ ...trend })),
      rising: trends.rising.map((trend) => ({ ...trend })),
    },
    stars: relationship.stars.map(who),
    invites: {
      newcomers: relationship.invites.newcomers.map(who),
      regulars: relationship.invites.regulars.map(who),
    },
    deadMembers: deadMembers && {
      days: deadMembers.days,
      members: deadMembers.members,
      tooNew: deadMembers.tooNew,
      neverBought: deadMembers.neverBought,
      share: deadMembers.share,
      dead: deadMembers.dead.map(({ row, lastSign }) => ({ ...who(row), lastSign: day(lastSign) })),
    },
    onboarding: {
      days: onboarding.days,
      settled: onboarding.settled,
      returned: onboarding.returned,
      rate: onboarding.rate,
      pending: onboarding.pending,
      customers: onboarding.customers.map(({ row, firstDay, steps, secondOrder }) => ({
        ...who(row),
        firstOrder: day(firstDay),
        secondOrder,
        steps: steps.map((step) => ({ day: step.day, dueOn: day(step.dueOn), state: step.state })),
      })),
    },
    advisers: advisers && {
      cap: advisers.cap,
      owners: advisers.owners.map((owner) => ({ ...owner })),
      former: advisers.former.map((owner) => ({ ...owner })),
      highValueWithout: advisers.highValueWithout.map(who),
      companiesWithout: advisers.companiesWithout.map(who),
    },
  };
}
