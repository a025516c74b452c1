import { channelRowsOf, channelTable, readChannels } from "../channels";
import { cohortTable } from "../cohorts";
import { readCustomers, type CustomerBook, type CustomerKeyField } from "../customers";
import { readEvents } from "../events";
import { readTargets } from "../kpi";
import { readLeads } from "../leads";
import { NO_DAY, SECONDS_PER_DAY, type DayNumber } from "../math/day";
import { finish, type Steps } from "../math/steps";
import { readOrderBook, type OrderBook } from "../orders";
import { completenessOf, requiredFields, type RecordGap } from "../quality";
import { readRecommendations } from "../recommendations";
import { scoreRfm, type RfmTable } from "../rfm";
import { SCORE_SCHEMES, segmentsOfTable } from "../segments";
import { readTickets, serviceResults } from "../service";
import type { Settings } from "../settings";
import { readSnapshots } from "../snapshots";
import { latestAnswers, readSurveys, surveySummary, type SurveyAnswer } from "../surveys";
import type { MappedTables, SheetKind } from "../tables";
import { TIER_IDS } from "../tiers/types";
import { readTouches, touchResponse, type TouchRecord } from "../touch";
import { readTraining } from "../training";
import { readWinBackLog, winBackDue, winBackList, type WinBackFacts } from "../winBack";
import { categoryTastes } from "./categoryTastes";
import { coreAtStart } from "./coreAtStart";
import { ticketFacts, touchFacts } from "./customerFacts";
import { customerSignals } from "./customerSignals";
import { customerRows } from "./customerRows";
import { firstKnownDay } from "./firstBuyers";
import { heatMap } from "./heatMap";
import { kpiBoard } from "./kpiBoard";
import { MoneySum } from "./moneySum";
import { monthPoints } from "./monthPoints";
import { movementSince } from "./movementSince";
import { predictionsInSteps } from "./predictions";
import { kpiFigures, programmeOf, standingOf, trendDay, type ProgrammeSources } from "./programme";
import { realisedChurn } from "./realisedChurn";
import { referralShares } from "./referrals";
import { riskAlerts } from "./riskAlerts";
import { satisfiedButLapsed } from "./satisfiedButLapsed";
import { settingsHash } from "./settingsHash";
import { snapshotOfDay } from "./snapshotOfDay";
import { onlineBehaviour } from "./onlineBehaviour";
import { sourcesBefore } from "./sourcesBefore";
import { tierOverrides } from "./tierOverrides";
import { tierPlace, tierPortraits } from "./tierPortraits";
import type {
  Analysis,
  CompletenessGap,
  CustomerRow,
  Share,
  SnapshotRow,
  SourceSheet,
  TierEdit,
} from "./types";
import { unpaidReminders } from "./unpaidReminders";
import { whatIfCases } from "./whatIfCases";
import { windowTotals } from "./windowTotals";

/**
 * Kinds of sheets that an analysis draws on: one that is not there leaves something out. Snapshots are not among
 * them: every report keeps its own for the next.
 */
const USED_KINDS: readonly SheetKind[] = [
  "orders",
  "customers",
  "tickets",
  "touches",
  "channels",
  "surveys",
  "targets",
  "recommendations",
  "leads",
  "events",
  "winBackLog",
  "training",
];

/**
 * Everything one set of sheets says on one day: the one path from rows to results that every report,
 * the JSON and the pane share.
 *
 * A sheet that is not there leaves its part null or empty and is named in `quality.missing`; a row that
 * cannot be used is listed in `quality`; neither ever fails the analysis. Without any order the as-of
 * date is the stated one, else the last day that touches, surveys or snapshots name. The inputs are not
 * changed, and the same inputs give the same result.
 *
 * @param tables - recognised sheets by kind; a kind may come from several
 * @param sources - how each sheet was read, handed through to the data-quality result
 * @param tierEdits - tiers written into the score list of an earlier report
 * @throws InvalidArgumentError for settings that make no sense (bins, weights, shares, an unknown zone)
 */
export function analyse(
  tables: MappedTables,
  sources: readonly SourceSheet[],
  settings: Settings,
  tierEdits: readonly TierEdit[] = [],
): Analysis {
  return finish(analyseInSteps(tables, sources, settings, tierEdits));
}

/** `analyse` in steps; the predictions, which take most of the time, in many small ones. */
export function* analyseInSteps(
  tables: MappedTables,
  sources: readonly SourceSheet[],
  settings: Settings,
  tierEdits: readonly TierEdit[] = [],
): Steps<Analysis> {
  const customers = readCustomers(tables.customers, settings, keyFieldOf(tables));
  const tickets = readTickets(tables.tickets, settings);
  const touches = readTouches(tables.touches, settings);
  const surveys = readSurveys(tables.surveys, settings);
  const channelSheet = readChannels(tables.channels, settings);
  const targets = readTargets(tables.targets, settings);
  const snapshots = readSnapshots(tables.snapshots, settings);
  const recommended = readRecommendations(tables.recommendations, settings);
  const leads = readLeads(tables.leads, settings);
  const events = readEvents(tables.events, settings);
  const winBackLog = readWinBackLog(tables.winBackLog, settings);

  yield;
  const book = readBook(tables, settings, touches.touches, surveys.answers, snapshots.snapshots);
  yield;
  const { asOf, windowStart } = book;
  const training = readTraining(tables.training, settings, asOf);
  const now = settings.now ?? (asOf + 1) * SECONDS_PER_DAY - 1;
  const rfm = scoreRfm(book.summary, asOf, settings);
  const [firstOrderDay, lastOrderDay] = orderDays(book);

  const answers = latestAnswers(surveys.answers, asOf);
  const byHand = tierOverrides(customers, tierEdits);
  const tiers = book.customerKeys.map(
    (key, index) => byHand.overrides.get(key)?.tier ?? rfm.tiers[index] ?? "",
  );
  const tastes = categoryTastes(book, Int8Array.from(tiers, tierPlace), TIER_IDS.length);
  const touchKnown = touchFacts(touches.touches, asOf);
  const rows = customerRows({
    book,
    rfm,
    overrides: byHand.overrides,
    segments: segmentsOf(book, rfm, settings),
    segmentWithoutOrder: segmentWithoutOrder(settings.segmentScheme),
    customers,
    tastes,
    answers,
    tickets: ticketFacts(tickets.tickets, now),
    touches: touchKnown,
    satisfactionScale: settings.satisfactionScale,
  });
  const rowByKey = new Map(rows.map((row) => [row.key, row]));

  const service =
    tables.tickets.length === 0
      ? null
      : serviceResults(
          tickets.tickets
            .filter(({ createdAt }) => createdAt >= windowStart * SECONDS_PER_DAY)
            .map((ticket) => ({
              ...ticket,
              // As the customer list shows it, which may have seen another spelling first.
              customerId: rowByKey.get(ticket.customerKey)?.id ?? ticket.customerId,
            })),
          (key) => rowByKey.get(key)?.tier ?? "",
          now,
          settings,
        );
  const channels =
    tables.channels.length === 0
      ? null
      : channelTable(channelRowsOf(channelSheet.rows, windowStart, asOf), settings.channelLimit);
  const touch = tables.touches.length === 0 ? null : touchResponse(touches.touches, windowStart, asOf);
  const survey = tables.surveys.length === 0 ? null : surveySummary(answers.values());
  const completeness = completenessOf(
    customers.records,
    requiredFields(customers.fields, settings.requiredFields),
    (index) => rowByKey.get(customers.keys[index] ?? "")?.tier ?? "",
  );
  const totals = windowTotals(book, firstOrderDay);
  yield "predict";
  const { predictions, gap: predictionGap } = yield* predictionsInSteps(
    book,
    firstOrderDay,
    tiers,
    customerSignals(book, {
      tickets: tickets.tickets,
      answers: surveys.answers,
      touches: touches.touches,
    }),
    settings.prediction,
  );
  yield;
  const hash = settingsHash(settings);
  const missing = USED_KINDS.filter((kind) => tables[kind].length === 0);

  const programmeSources: ProgrammeSources = {
    asOf,
    now,
    windowStart,
    firstOrderDay,
    settings,
    book,
    rows,
    rowByKey,
    customers,
    tickets: tickets.tickets,
    touches: touches.touches,
    answers: surveys.answers,
    latest: answers,
    recommendations: recommended.recommendations,
    leads: leads.steps,
    events: events.events,
    winBackLog: winBackLog.entries,
    training: training.training,
    snapshots: snapshots.snapshots,
    channels,
    service,
    predictions,
    absent: new Set(missing),
  };
  const figures = kpiFigures(programmeSources);
  const standing = standingOf({ ...programmeSources, figures });
  const kpis = kpiBoard(
    {
      rows,
      totals,
      core: coreAtStart(book, windowStart, book.summary.windowOrders, settings),
      churn: realisedChurn(book, settings.prediction.horizonDays),
      clv: predictions?.value?.all ?? null,
      completeness: completeness?.result ?? null,
      touch,
      channels,
      service,
      survey,
      referrals: referralShares(
        rows,
        customers,
        Math.max(windowStart, firstKnownDay(firstOrderDay)),
        book.decimals,
      ),
      coverage: standing.relationship.coverage,
      feedback: standing.voice.daysToAction,
      winBack: standing.winBack,
      figures,
    },
    settings,
    {
      asOf,
      targets: targets.targets,
      missingSheets: programmeSources.absent,
      before: sourcesBefore(
        programmeSources,
        standing.relationship.relations,
        channelSheet.rows,
        trendDay(asOf),
      ),
    },
  );
  const programme = programmeOf({ ...programmeSources, standing, figures, kpis });

  return {
    asOf,
    now,
    windowStart,
    firstOrderDay,
    lastOrderDay,
    settings,
    settingsHash: hash,
    currency: book.currency,
    decimals: book.decimals,
    quality: {
      counts: book.counts,
      rejected: book.rejected,
      problems: [
        customers,
        tickets,
        touches,
        surveys,
        channelSheet,
        targets,
        snapshots,
        recommended,
        leads,
        events,
        winBackLog,
        training,
        byHand,
      ].flatMap(({ problems }) => problems),
      sheets: sources,
      notes: book.notes,
      onlyInOrders:
        tables.customers.length === 0 ? [] : rows.filter(({ record }) => record === null).map(({ id }) => id),
      onlyInCustomers:
        tables.orders.length === 0 ? [] : rows.filter(({ bookIndex }) => bookIndex < 0).map(({ id }) => id),
      refundOnly: book.customers.filter(
        (_, index) => book.summary.totalOrders[index] === 0 && (book.summary.totalNet[index] ?? 0) < 0,
      ),
      missing,
    },
    book,
    rfm,
    customers: rows,
    totals,
    portraits: tierPortraits({
      rows,
      tastes,
      decimals: book.decimals,
      tickets: service?.tickets ?? [],
      touches: touches.touches,
      touchFacts: touchKnown,
      windowStart,
      asOf,
      predictions,
      answers,
      needShare: settings.programme.needShare,
      online: onlineBehaviour(rows, book, asOf, settings.programme.onlineDays),
    }),
    segments: segmentShares(rows, book.decimals),
    months: monthPoints(book, firstOrderDay),
    cohorts: cohortTable(book.orders.customer, book.orders.day, asOf, "month"),
    heat: heatMap(rfm, highestScore(rfm, settings.bins), book.decimals),
    kpis,
    completeness: completeness?.result ?? null,
    service,
    survey: survey?.summary ?? null,
    touch,
    channels,
    movement: movementSince(snapshots.snapshots, rows, book, settings.windowDays),
    snapshots: snapshots.snapshots,
    snapshot: snapshotOfDay(rows, predictions, asOf, hash),
    predictions,
    predictionGap,
    lists: {
      winBack: winBackList(
        winBackDue(book, settings.winBackMonths),
        (customer) => winBackFacts(rows[customer], predictions?.risk[customer] ?? null),
        book.decimals,
      ),
      unpaidReminders: unpaidReminders(book, rows, touches.touches, now, settings.unpaidHours),
      satisfiedButLapsed: satisfiedButLapsed(
        rows,
        answers,
        asOf,
        settings.winBackMonths,
        settings.satisfactionScale,
      ),
      completenessGaps: completenessGaps(completeness?.gaps ?? [], customers, rowByKey),
      riskAlerts: riskAlerts(rows, predictions, snapshots.snapshots, asOf, hash),
    },
    programme,
    whatIf: whatIfCases({ book, rows, channels, predictions, settings, asOf }),
  };
}

/** Customers are joined by the field that names them in the order sheets. */
function keyFieldOf(tables: MappedTables): CustomerKeyField {
  const fields = ["customerId", "email", "phone"] as const;
  const has = (field: CustomerKeyField) => tables.orders.some((table) => table.columns[field] !== undefined);
  return tables.orders.length === 0 ? "customerId" : (fields.find(has) ?? "customerId");
}

function readBook(
  tables: MappedTables,
  settings: Settings,
  touches: readonly TouchRecord[],
  answers: readonly SurveyAnswer[],
  snapshots: readonly SnapshotRow[],
): OrderBook {
  const book = readOrderBook(tables.orders, settings);
  const isDated = settings.asOf !== null || book.counts.rawRows > 0;
  if (isDated) return book;
  const days = [
    ...touches.map(({ doneOn }) => doneOn),
    ...answers.map(({ answeredOn }) => answeredOn),
    ...snapshots.map(({ takenOn }) => takenOn),
  ];
  const latest = days.reduce<DayNumber | null>(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );
  return latest === null ? book : readOrderBook(tables.orders, { ...settings, asOf: latest });
}

/** First and last day with a valid order. */
function orderDays({ orders }: OrderBook): readonly [first: DayNumber, last: DayNumber] {
  let first = NO_DAY;
  let last = NO_DAY;
  for (let order = 0; order < orders.count; order++) {
    const day = orders.day[order] ?? NO_DAY;
    if (first === NO_DAY || day < first) first = day;
    if (day > last) last = day;
  }
  return [first, last];
}

/** Schemes that speak of scores need theirs on their own scale, whatever scale the user scores on. */
function segmentsOf(book: OrderBook, rfm: RfmTable, settings: Settings): readonly string[] {
  const scheme = settings.segmentScheme;
  if (scheme === "eightMean" || scheme === "eightMedian") return segmentsOfTable(rfm, scheme).segments;
  const { bins } = SCORE_SCHEMES[scheme];
  const { cuts } = settings;
  const onScale = (column: readonly number[] | null) =>
    column === null ? settings.bins === bins : column.length === bins - 1;
  const fits = onScale(cuts.r) && onScale(cuts.f) && onScale(cuts.m);
  const scored = fits
    ? rfm
    : scoreRfm(book.summary, book.asOf, { ...settings, bins, cuts: { r: null, f: null, m: null } });
  return segmentsOfTable(scored, scheme).segments;
}

function segmentWithoutOrder(scheme: Settings["segmentScheme"]): string {
  if (scheme === "eightMean" || scheme === "eightMedian") return "";
  return SCORE_SCHEMES[scheme].withoutOrder ?? "";
}

/** Customers and net spend of each segment, the largest first; customers in no segment are not in it. */
function segmentShares(rows: readonly CustomerRow[], decimals: number): readonly Share[] {
  const shares = new Map<string, { count: number; readonly net: MoneySum }>();
  for (const { segment, netSpend } of rows) {
    if (segment === "") continue;
    let share = shares.get(segment);
    if (share === undefined) {
      share = { count: 0, net: new MoneySum(decimals) };
      shares.set(segment, share);
    }
    share.count++;
    share.net.add(netSpend);
  }
  return [...shares]
    .map(([id, { count, net }]): Share => ({ id, count, net: net.total }))
    .sort((one, other) => other.count - one.count || other.net - one.net);
}

function highestScore({ r, f }: RfmTable, bins: number): number {
  const highest = (column: Uint8Array) => column.reduce((most, score) => Math.max(most, score), 0);
  return Math.max(bins, highest(r), highest(f));
}

function winBackFacts(row: CustomerRow | undefined, churnRisk: number | null): WinBackFacts {
  return {
    customerId: row?.id ?? "",
    name: row?.record?.name ?? "",
    tier: row?.tier ?? "",
    phone: row?.record?.phone ?? "",
    owner: row?.record?.owner ?? "",
    topCategory: row?.topCategory ?? "",
    openComplaint: row?.openComplaint ?? false,
    consent: row?.consent ?? true,
    churnRisk,
  };
}

/** What each customer's record lacks; the best tiers first, then in the order of the customer sheet. */
function completenessGaps(
  gaps: readonly RecordGap[],
  customers: CustomerBook,
  rowByKey: ReadonlyMap<string, CustomerRow>,
): readonly CompletenessGap[] {
  const place = (tier: CustomerRow["tier"]) => (tier === "" ? TIER_IDS.length : tierPlace(tier));
  return gaps
    .map(({ index, missing, invalid }): CompletenessGap => {
      const record = customers.records[index];
      const row = rowByKey.get(customers.keys[index] ?? "");
      return {
        customerId: row?.id ?? record?.customerId ?? "",
        name: record?.name ?? "",
        owner: record?.owner ?? "",
        tier: row?.tier ?? "",
        missing,
        invalid,
      };
    })
    .sort((one, other) => place(one.tier) - place(other.tier));
}
