import { channelRowsOf, channelTable } from "../channels";
import type { DatedChannelRow } from "../channels/readChannels";
import { SECONDS_PER_DAY, type DayNumber } from "../math/day";
import type { RelationType } from "../relations";
import { scoreRfm } from "../rfm";
import { serviceResults } from "../service";
import { latestAnswers, surveySummary } from "../surveys";
import { touchResponse } from "../touch";
import { coreAtStart } from "./coreAtStart";
import type { KpiSources } from "./kpiMeasures";
import {
  daysToActionAt,
  recommendationsAt,
  touchCoverageAt,
  winBackAt,
  type ProgrammeSources,
} from "./programme";
import { realisedChurn } from "./realisedChurn";
import { summaryAt } from "./summaryAt";

/**
 * What the KPI board would have been made of on an earlier day: the same rules over windows that end there.
 *
 * Sheets without days (customers, their sources and members) cannot be taken back, and neither are predictions
 * made anew: their figures are left out, but for consent and types of relation, which the touch plan of that day is
 * made with as they are today. Orders keep the refunds that are known today.
 *
 * @returns null before the first order
 */
export function sourcesBefore(
  {
    book,
    settings,
    firstOrderDay,
    tickets,
    touches,
    answers,
    recommendations,
    winBackLog,
    rows: customers,
    rowByKey,
    absent,
  }: Pick<
    ProgrammeSources,
    | "book"
    | "settings"
    | "firstOrderDay"
    | "tickets"
    | "touches"
    | "answers"
    | "recommendations"
    | "winBackLog"
    | "rows"
    | "rowByKey"
    | "absent"
  >,
  relations: readonly RelationType[],
  channelRows: readonly DatedChannelRow[],
  day: DayNumber,
): KpiSources | null {
  if (book.orders.count === 0 || day < firstOrderDay) return null;
  const windowStart = day - settings.windowDays + 1;
  const summary = summaryAt(book, day, settings.windowDays);
  const { tiers } = scoreRfm(summary, day, settings);
  const scale = 10 ** book.decimals;
  const rows = tiers.map((tier, customer) => ({
    tier,
    orders: summary.windowOrders[customer] ?? 0,
    netSpend: (summary.windowNet[customer] ?? 0) / scale,
  }));
  const tierOf = new Map(tiers.map((tier, customer) => [book.customerKeys[customer] ?? "", tier]));
  const sum = (column: { reduce(add: (all: number, one: number) => number, start: number): number }) =>
    column.reduce((all, one) => all + one, 0);
  const dated = channelRows.every(({ on }) => on !== null);
  return {
    rows,
    totals: {
      net: sum(summary.windowNet) / scale,
      orders: sum(summary.windowOrders),
      buyers: rows.filter(({ orders }) => orders > 0).length,
    },
    core: coreAtStart(book, windowStart, summary.windowOrders, settings),
    churn: realisedChurn({ asOf: day, orders: book.orders }, settings.prediction.horizonDays),
    clv: null,
    completeness: null,
    touch: absent.has("touches") ? null : touchResponse(touches, windowStart, day),
    channels:
      absent.has("channels") || !dated
        ? null
        : channelTable(channelRowsOf(channelRows, windowStart, day), settings.channelLimit),
    service: absent.has("tickets")
      ? null
      : serviceResults(
          tickets.filter(({ createdAt }) => createdAt >= windowStart * SECONDS_PER_DAY),
          (key) => tierOf.get(key) ?? "",
          (day + 1) * SECONDS_PER_DAY - 1,
          settings,
        ),
    survey: absent.has("surveys") ? null : surveySummary(latestAnswers(answers, day).values()),
    referrals: null,
    coverage: touchCoverageAt(
      { rows: customers, touches, settings, absent },
      relations,
      (customer) => tiers[customer] ?? "",
      day,
    ),
    feedback: daysToActionAt({ tickets, touches, answers, settings, absent }, day),
    winBack: absent.has("winBackLog")
      ? null
      : winBackAt({ winBackLog, touches, book, rowByKey, settings }, day),
    figures: absent.has("recommendations")
      ? {}
      : { recommendations: recommendationsAt({ recommendations, book, rowByKey, settings }, day) },
  };
}
