import type { Analysis, CustomerRow, Predictions } from "../core/analysis";
import type { RetentionCase } from "../core/clv";
import { formatDay, formatMoment, NO_DAY, type DayNumber, type Moment } from "../core/math/day";
import type { ServiceResults, SlaCounts } from "../core/service";
import { marketJson, monthlyReportJson } from "./programmeJson/market";
import { customerRelationJson, relationshipJson, touchPlanJson } from "./programmeJson/relationship";
import { plansJson } from "./programmeJson/plans";
import { contactsJson, serviceReviewJson } from "./programmeJson/serviceReview";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const day = (value: DayNumber | null): string | null =>
  value === null || value === NO_DAY ? null : formatDay(value);
const moment = (value: Moment | null): string | null => (value === null ? null : formatMoment(value));
/** An id of core that may be "" for "none". */
const id = (value: string): string | null => (value === "" ? null : value);

/** A figure of a column over the book's customers; null where there is none. */
function figureAt(column: Float64Array | undefined, index: number): number | null {
  const value = column?.[index] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}

/** Numbers of reasons that are money, in minor units. */
const MONEY_NUMBERS: ReadonlySet<string> = new Set(["meanSpend", "typicalMeanSpend"]);

function predictionJson(
  index: number,
  predictions: Predictions | null,
  decimals: number,
): Readonly<Record<string, Json>> {
  const reasons = index < 0 ? [] : (predictions?.reasonsOf(index) ?? []);
  return {
    churnRisk: figureAt(predictions?.risk, index),
    churnLow: figureAt(predictions?.low, index),
    churnHigh: figureAt(predictions?.high, index),
    churnBand: id(predictions?.bands[index] ?? ""),
    churnReasons: reasons.map(({ code, contribution, numbers }) => ({
      code,
      contribution,
      numbers: Object.fromEntries(
        Object.entries(numbers).map(([name, value]) => [
          name,
          MONEY_NUMBERS.has(name) ? value / 10 ** decimals : value,
        ]),
      ),
    })),
    nextPurchaseDays: figureAt(predictions?.nextPurchaseDays, index),
    expectedOrders: figureAt(predictions?.value?.expectedOrders, index),
    expectedSpend: figureAt(predictions?.value?.expectedSpend, index),
    clv: figureAt(predictions?.value?.clv, index),
    clvLow: figureAt(predictions?.value?.clvLow, index),
    clvHigh: figureAt(predictions?.value?.clvHigh, index),
    potential: id(predictions?.value?.quadrants.of[index] ?? ""),
  };
}

function customerJson(row: CustomerRow, place: number, analysis: Analysis): Json {
  const { predictions, decimals } = analysis;
  const scored = row.score !== null;
  return {
    id: row.id,
    name: row.record?.name ?? "",
    daysSinceLastOrder: row.daysSinceLastOrder,
    orders: row.orders,
    netSpend: row.netSpend,
    r: scored ? row.r : null,
    f: scored ? row.f : null,
    m: scored ? row.m : null,
    code: id(row.code),
    score: row.score,
    rank: row.rank,
    tier: id(row.tier),
    computedTier: id(row.computedTier),
    tierOverride: row.override && { ...row.override },
    segment: id(row.segment),
    relation: id(row.relation),
    tag: row.tag,
    firstOrder: day(row.firstDay),
    lastOrder: day(row.lastDay),
    totalOrders: row.totalOrders,
    totalNet: row.totalNet,
    intervalDays: row.intervalDays,
    topCategory: row.topCategory,
    monthlyOrders: row.monthlyOrders,
    satisfaction: row.satisfaction,
    recommend: row.recommend,
    complaints: row.complaints,
    openComplaint: row.openComplaint,
    lastTouch: day(row.lastTouch),
    consent: row.consent,
    owner: row.record?.owner ?? "",
    ...predictionJson(row.bookIndex, predictions, decimals),
    ...customerRelationJson(analysis, place),
  };
}

const slaJson = ({ met, missed, pending, rate }: SlaCounts): Json => ({ met, missed, pending, rate });

function clocksJson(clocks: ServiceResults["clocks"]): Readonly<Record<string, Json>> {
  return {
    enquiry2h: slaJson(clocks.enquiry2h),
    complaint24h: slaJson(clocks.complaint24h),
    highValue2h: slaJson(clocks.highValue2h),
    followUp7d: slaJson(clocks.followUp7d),
  };
}

function serviceJson(service: ServiceResults): Json {
  return {
    ...clocksJson(service.clocks),
    otherCalendar: clocksJson(service.otherCalendar),
    items: service.items.map((item) => ({
      clock: item.clock,
      ticketId: item.ticketId,
      customerId: item.customerId,
      tier: id(item.tier),
      startedAt: moment(item.startedAt),
      finishedAt: moment(item.finishedAt),
      dueAt: moment(item.dueAt),
      state: item.state,
      elapsedHours: item.elapsed / 3_600,
      agent: item.agent,
    })),
    byType: service.byType.map(({ type, count }) => ({ type, count })),
    complaintReasons: service.complaintReasons.map(({ reason, count }) => ({ reason, count })),
    steps: service.steps.map(({ step, n, median, p90 }) => ({ step, n, medianHours: median, p90Hours: p90 })),
  };
}

function qualityJson({ quality }: Analysis): Json {
  const { counts } = quality;
  return {
    rawRows: counts.rawRows,
    used: counts.used,
    rejected: { ...counts.rejected },
    beforeWindow: counts.beforeWindow,
    rejectedRows: quality.rejected.map(({ file, sheet, row, reason, customerId, orderId, text }) => ({
      file,
      sheet,
      row,
      reason,
      customerId,
      orderId,
      text,
    })),
    problems: quality.problems.map(({ kind, file, sheet, row, code, field, text }) => ({
      kind,
      file,
      sheet,
      row,
      code,
      field,
      text,
    })),
    sheets: quality.sheets.map((sheet) => ({
      file: sheet.file,
      sheet: sheet.sheet,
      kind: sheet.kind,
      profile: sheet.profile,
      rows: sheet.rows,
      usedRows: sheet.usedRows,
      columns: Object.fromEntries(sheet.mapping.map(({ field, heading }) => [field, heading])),
      unusedHeadings: sheet.unusedHeadings,
    })),
    notes: quality.notes.map((note) => ({ ...note })),
    onlyInOrders: quality.onlyInOrders,
    onlyInCustomers: quality.onlyInCustomers,
    refundOnly: quality.refundOnly,
    missing: quality.missing,
  };
}

function listsJson(analysis: Analysis): Json {
  const { lists } = analysis;
  return {
    touchPlan: touchPlanJson(analysis),
    winBack: lists.winBack.map((item) => ({
      customerId: item.customerId,
      name: item.name,
      tier: id(item.tier),
      lastOrder: day(item.lastDay),
      days: item.days,
      valueAtRisk: item.valueAtRisk,
      expectedLoss: item.expectedLoss,
      orders: item.orders,
      intervalDays: item.intervalDays,
      state: item.state,
      holds: item.holds,
      phone: item.phone,
      owner: item.owner,
      topCategory: item.topCategory,
    })),
    unpaidReminders: lists.unpaidReminders.map((item) => ({
      customerId: item.customerId,
      name: item.name,
      orderId: item.orderId,
      createdAt: moment(item.createdAt),
      dueAt: moment(item.dueAt),
      amount: item.amount,
      state: item.state,
      reminded: item.reminded,
      phone: item.phone,
      owner: item.owner,
    })),
    satisfiedButLapsed: lists.satisfiedButLapsed.map((item) => ({
      customerId: item.customerId,
      name: item.name,
      satisfaction: item.satisfaction,
      answeredOn: day(item.answeredOn),
      lastOrder: day(item.lastDay),
      days: item.days,
      answeredAfterLapse: item.answeredAfterLapse,
    })),
    completenessGaps: lists.completenessGaps.map((item) => ({
      customerId: item.customerId,
      name: item.name,
      owner: item.owner,
      tier: id(item.tier),
      missing: item.missing,
      invalid: item.invalid,
    })),
    riskAlerts: lists.riskAlerts.map((item) => ({
      customerId: item.customerId,
      name: item.name,
      tier: id(item.tier),
      owner: item.owner,
      since: day(item.since),
      before: item.before,
      now: item.now,
      low: item.low,
      netSpend: item.netSpend,
    })),
  };
}

function portraitsJson({ portraits }: Analysis): Json {
  return portraits.map((portrait) => ({
    tier: portrait.tier,
    customers: portrait.customers,
    customerShare: portrait.customerShare,
    net: portrait.net,
    netShare: portrait.netShare,
    orders: portrait.orders,
    netPerCustomer: portrait.netPerCustomer,
    netPerOrder: portrait.netPerOrder,
    medianIntervalDays: portrait.medianIntervalDays,
    medianDaysSinceLastOrder: portrait.medianDaysSinceLastOrder,
    repeatRate: portrait.repeatRate,
    satisfaction: { ...portrait.satisfaction },
    topCategories: portrait.topCategories.map((share) => ({ ...share })),
    topTags: portrait.topTags.map((share) => ({ ...share })),
    topComplaintReasons: portrait.topComplaintReasons.map((share) => ({ ...share })),
    contactPreferences: portrait.contactPreferences.map((share) => ({ ...share })),
    channelResponse: portrait.channelResponse.map(({ interval, ...response }) => ({
      ...response,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    })),
    channelClaim: portrait.channelClaim && { ...portrait.channelClaim },
    needs: portrait.needs && {
      known: portrait.needs.known,
      common: portrait.needs.common.map((need) => ({ ...need })),
      rare: portrait.needs.rare.map((need) => ({ ...need })),
    },
    online: portrait.online && {
      ...portrait.online,
      untapped: portrait.online.untapped.map((line) => ({ ...line })),
    },
    churnRisk: portrait.risk && { ...portrait.risk },
    clv: portrait.clv && { ...portrait.clv },
    smallSample: portrait.smallSample,
  }));
}

function kpisJson({ kpis }: Analysis): Json {
  return kpis.map((kpi) => ({
    id: kpi.id,
    value: kpi.value,
    unit: kpi.unit,
    before: kpi.before,
    numerator: kpi.numerator,
    denominator: kpi.denominator,
    low: kpi.low,
    high: kpi.high,
    baseline: kpi.baseline,
    target: kpi.target,
    targetSource: kpi.targetSource,
    mode: kpi.mode,
    direction: kpi.direction,
    targetValue: kpi.targetValue,
    gap: kpi.gap,
    status: kpi.status,
    smallSample: kpi.smallSample,
    coverage: kpi.coverage,
    missing: kpi.missing,
    owner: kpi.owner,
    dueOn: day(kpi.dueOn),
  }));
}

function movementJson({ movement }: Analysis): Json {
  return (
    movement && {
      before: day(movement.before),
      after: day(movement.after),
      tiers: movement.tiers,
      counts: movement.counts,
      joined: movement.joined,
      left: movement.left,
      moves: movement.moves.map(({ customerId, from, to, direction, reason, scoresBefore, scoresAfter }) => ({
        customerId,
        from: id(from),
        to: id(to),
        direction,
        reason,
        scoresBefore,
        scoresAfter,
      })),
    }
  );
}

/** Forecast, back-test, models and what-if; each null where it cannot be known. */
function predictionsJson({ predictions, decimals, whatIf }: Analysis): Readonly<Record<string, Json>> {
  if (predictions === null)
    return {
      forecast: null,
      backtest: null,
      modelFit: null,
      potential: null,
      whatIf: { retention: null, ...rulesJson(whatIf) },
    };
  const { forecast, backtest, value, retention } = predictions;
  const scale = 10 ** decimals;
  return {
    forecast: forecast && {
      rows: forecast.lines.map((line) => ({ ...line })),
      notCovered: forecast.notCovered,
    },
    backtest: {
      horizonDays: backtest.horizonDays,
      verdict: backtest.verdict,
      gain: backtest.gain && { ...backtest.gain },
      customers: predictions.backtestCustomers,
      methods: backtest.methods.map((measures) => ({ ...measures })),
      cuts: backtest.cuts.map((cut) => ({
        day: day(cut.day),
        customers: cut.customers,
        lost: cut.lost,
        meanRisk: cut.meanRisk,
        methods: cut.methods.map((measures) => ({ ...measures })),
        calibration: cut.calibration.map((row) => ({ ...row })),
        calibrationError: cut.calibrationError,
        topLift: cut.topLift,
        bands: cut.bands.map((band) => ({ ...band })),
      })),
    },
    modelFit: modelFitJson(predictions),
    potential: value && {
      valueCut: value.quadrants.valueCut,
      potentialCut: value.quadrants.potentialCut,
      cells: value.quadrants.cells.map((cell) => ({ ...cell })),
    },
    whatIf: {
      retention:
        retention.status === "tooLittleData"
          ? { ...retention }
          : {
              ...retention,
              revenuePerBuyer: retention.revenuePerBuyer / scale,
              marginPerBuyer: retention.marginPerBuyer / scale,
              today: retentionCaseJson(retention.today, scale),
              cases: retention.cases.map((one) => retentionCaseJson(one, scale)),
            },
      ...rulesJson(whatIf),
    },
  };
}

/** What another price of a new customer and other rules for tiers would do. */
function rulesJson({
  acquisition,
  tierCases,
  moving,
  movers,
}: Analysis["whatIf"]): Readonly<Record<string, Json>> {
  return {
    acquisition: acquisition && { ...acquisition },
    tierCases: tierCases.map(({ id: rule, moved, tiers }) => ({
      id: rule,
      moved,
      tiers: tiers.map((tier) => ({ ...tier })),
    })),
    moving,
    movers: movers.map(({ to, ...mover }) => ({ ...mover, tier: id(mover.tier), to: { ...to } })),
  };
}

function retentionCaseJson(one: RetentionCase, scale: number): Json {
  return { ...one, lifetimeMargin: one.lifetimeMargin / scale, revenueChange: one.revenueChange / scale };
}

function modelFitJson({ method, model, months, annualDiscount }: Predictions): Json {
  return {
    risk: {
      source: method.source,
      horizonDays: method.horizonDays,
      windowDays: method.windowDays,
      cuts: method.cuts.map(day),
      learntFrom: { ...method.learntFrom },
      models: method.models,
      check: method.check && { ...method.check },
    },
    value: model && {
      months,
      annualDiscount,
      params: { ...model.fit.params },
      period: model.fit.period,
      status: model.fit.status,
      boundaries: model.fit.status === "boundary" ? model.fit.boundaries : [],
      logLikelihood: model.fit.logLikelihood,
      aic: model.fit.aic,
      standardErrors: model.fit.standardErrors,
      customers: model.fit.customers,
      customersUsed: model.fit.customersUsed,
      ordersPerYear: model.ordersPerYear,
      leaving: { ...model.leaving },
      spendSource: model.spendSource,
      populationSpend: model.populationSpend,
    },
  };
}

/**
 * Everything the sheets show, keyed in English: the contract of the command line's --json.
 *
 * Tiers, verdicts, states and reasons are ids; money is in major units, rates are fractions, days are
 * yyyy-mm-dd; null is "not known" or "none", never a false zero.
 */
export function resultJson(analysis: Analysis): Json {
  const { totals, completeness, channels, survey, touch } = analysis;
  return {
    asOf: day(analysis.asOf),
    now: moment(analysis.now),
    window: [day(analysis.windowStart), day(analysis.asOf)],
    currency: analysis.currency,
    settingsHash: analysis.settingsHash,
    dataQuality: qualityJson(analysis),
    totals: { ...totals },
    customers: analysis.customers.map((row, place) => customerJson(row, place, analysis)),
    portraits: portraitsJson(analysis),
    segments: analysis.segments.map((share) => ({ ...share })),
    kpis: kpisJson(analysis),
    lists: listsJson(analysis),
    channels:
      channels &&
      channels.channels.map((row) => ({
        channel: row.channel,
        spend: row.spend,
        leads: row.leads,
        newCustomers: row.newCustomers,
        revenue: row.revenue,
        cac: row.cac,
        orderValue: row.orderValue,
        ratio: row.ratio,
        conversion: row.conversion,
        verdict: row.verdict,
        maxCac: row.maxCac,
      })),
    blendedCac: channels && channels.blendedCac,
    service: analysis.service && serviceJson(analysis.service),
    completeness: completeness && {
      ...completeness,
      fields: completeness.fields.map((field) => ({ ...field })),
      byOwner: completeness.byOwner.map((owner) => ({ ...owner })),
    },
    survey: survey && { ...survey },
    touch: touch && {
      delivered: touch.delivered,
      responded: touch.responded,
      rate: touch.rate,
      customers: { ...touch.customers },
      byChannel: touch.byChannel.map((channel) => ({ ...channel })),
    },
    movement: movementJson(analysis),
    months: analysis.months.map(({ month, ...point }) => ({ month: day(month), ...point })),
    cohorts: {
      period: analysis.cohorts.period,
      rows: analysis.cohorts.rows.map(({ start, ...row }) => ({ start: day(start), ...row })),
    },
    heat: { ...analysis.heat },
    programme: {
      relationship: relationshipJson(analysis),
      plans: plansJson(analysis),
      serviceReview: serviceReviewJson(analysis),
      contacts: contactsJson(analysis),
      market: marketJson(analysis),
      monthlyReport: monthlyReportJson(analysis),
    },
    predictionGap: analysis.predictionGap,
    ...predictionsJson(analysis),
  };
}
