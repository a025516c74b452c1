import type { Analysis, CustomerRow } from "../../core/analysis";
import { dayOfMoment, type DayNumber } from "../../core/math/day";
import { readSurveys } from "../../core/surveys";
import { normaliseId, type MappedTables } from "../../core/tables";
import { readTouches } from "../../core/touch";
import { translator, type Locale } from "../../i18n";
import { customerRelation, customerWords } from "../../reports";
import type { ActionReason, CustomerLens, TimelineEvent } from "../services";

/** Everything an analysis knows of one customer; null where it knows nobody of that id. */
export function customerLens(
  analysis: Analysis,
  tables: MappedTables,
  id: string,
  locale: Locale,
): CustomerLens | null {
  const key = normaliseId(id);
  const place = analysis.customers.findIndex((one) => one.key === key);
  const row = analysis.customers[place];
  if (row === undefined) return null;
  const words = customerWords(analysis, row, locale);
  const record = row.record;
  return {
    id: row.id,
    name: record?.name ?? "",
    tier: row.tier,
    override: row.override && { ...row.override, computed: row.computedTier },
    segment: words.segment,
    tag: words.tag,
    owner: record?.owner ?? "",
    phone: record?.phone ?? "",
    email: record?.email ?? "",
    consent: row.consent,
    openComplaint: row.openComplaint,
    daysSinceLastOrder: row.daysSinceLastOrder,
    orders: row.orders,
    netSpend: row.netSpend,
    totalOrders: row.totalOrders,
    totalNet: row.totalNet,
    intervalDays: row.intervalDays,
    r: row.r,
    f: row.f,
    m: row.m,
    score: row.score,
    rank: row.rank,
    of: analysis.rfm.baseCount,
    satisfaction: row.satisfaction,
    risk: riskOf(analysis, row, words.risk),
    value: valueOf(analysis, row),
    timeline: timelineOf(analysis, tables, row),
    loyalty: analysis.programme.relationship.loyalty[place] ?? null,
    relation: { ...customerRelation(analysis, place, locale), ...actionBasis(analysis, place) },
    nextAction: nextActionOf(analysis, place, locale),
  };
}

function figure(column: Float64Array | undefined, index: number): number | null {
  const value = index < 0 ? Number.NaN : (column?.[index] ?? Number.NaN);
  return Number.isNaN(value) ? null : value;
}

function riskOf(
  { predictions, snapshots, asOf, settings }: Analysis,
  { bookIndex, key }: CustomerRow,
  sentence: string,
): CustomerLens["risk"] {
  const risk = figure(predictions?.risk, bookIndex);
  if (predictions === null || risk === null) return null;
  return {
    horizonDays: predictions.horizonDays,
    risk,
    low: predictions.low[bookIndex] ?? risk,
    high: predictions.high[bookIndex] ?? risk,
    band: predictions.bands[bookIndex] ?? "",
    bandBasis: settings.prediction.bandCuts === null ? "relative" : "fixed",
    reasons: predictions.reasonsOf(bookIndex),
    sentence,
    nextPurchaseDays: figure(predictions.nextPurchaseDays, bookIndex),
    history: snapshots.flatMap(({ takenOn, customerId, churnRisk }) =>
      takenOn < asOf && churnRisk !== null && normaliseId(customerId) === key
        ? [{ day: takenOn, risk: churnRisk }]
        : [],
    ),
  };
}

function valueOf({ predictions }: Analysis, { bookIndex }: CustomerRow): CustomerLens["value"] {
  const value = predictions?.value ?? null;
  const clv = figure(value?.clv, bookIndex);
  if (value === null || clv === null) return null;
  return {
    clv,
    low: value.clvLow[bookIndex] ?? clv,
    high: value.clvHigh[bookIndex] ?? clv,
    quadrant: value.quadrants.of[bookIndex] ?? "",
  };
}

function timelineOf(
  { book, service, asOf, settings, decimals }: Analysis,
  tables: MappedTables,
  { bookIndex, key }: CustomerRow,
): readonly TimelineEvent[] {
  const scale = 10 ** decimals;
  const events: TimelineEvent[] = [];
  const add = (day: DayNumber | null, kind: TimelineEvent["kind"], amount: number | null, text: string) => {
    if (day !== null && day <= asOf) events.push({ day, kind, amount, text });
  };
  const { orders, refunds } = book;
  for (let order = 0; bookIndex >= 0 && order < orders.count; order++) {
    if (orders.customer[order] !== bookIndex) continue;
    add(orders.day[order] ?? null, "order", (orders.net[order] ?? 0) / scale, orders.orderIds[order] ?? "");
  }
  refunds?.customer.forEach((customer, index) => {
    if (customer === bookIndex)
      add(refunds.day[index] ?? null, "refund", -(refunds.value[index] ?? 0) / scale, "");
  });
  for (const ticket of service?.tickets ?? []) {
    if (ticket.customerKey !== key) continue;
    add(dayOfMoment(ticket.createdAt), "ticket", null, ticket.reason || ticket.ticketId);
  }
  for (const touch of readTouches(tables.touches, settings).touches) {
    if (touch.customerKey === key) add(touch.doneOn, "touch", null, touch.campaign || touch.channel);
  }
  for (const answer of readSurveys(tables.surveys, settings).answers) {
    if (answer.customerKey === key) add(answer.answeredOn, "survey", null, answer.comment);
  }
  return events.sort((one, other) => one.day - other.day);
}

/** By what the action was chosen: the conditions of its rule. */
function actionBasis(
  { programme: { relationship } }: Analysis,
  place: number,
): Pick<CustomerLens["relation"], "actionReasons" | "actionNeedsConsent"> {
  const action = relationship.actions[place];
  if (action === undefined) return { actionReasons: [], actionNeedsConsent: false };
  const { stages, tiers, when = {} } = action.rule;
  const reasons: Readonly<Record<ActionReason, boolean>> = {
    openComplaint: when.openComplaint === true,
    stage: stages !== null,
    tier: tiers !== null,
    lapsed: when.lapsed === true,
    company: when.company === true,
  };
  return {
    actionReasons: (Object.keys(reasons) as ActionReason[]).filter((reason) => reasons[reason]),
    actionNeedsConsent: action.blocked,
  };
}

function nextActionOf(
  { asOf, programme: { relationship } }: Analysis,
  place: number,
  locale: Locale,
): CustomerLens["nextAction"] {
  const touch = relationship.touches[place] ?? null;
  const action = relationship.actions[place];
  if (touch === null || action === undefined) return null;
  return {
    dueOn: touch.dueOn,
    overdue: touch.dueOn < asOf,
    action: translator(locale)(`touchAction.${touch.action}`),
    channel: action.channel,
    owner: action.owner,
  };
}
