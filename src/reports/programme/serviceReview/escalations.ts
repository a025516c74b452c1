import type { Settings } from "../../../core/settings";
import type { ReportContext } from "../../context";
import { leftToPeople, type SheetBuilder } from "../../kit/sheetBuilder";
import type { StyleId } from "../../model/styles";
import { ROWS_LISTED, WIDTH, type Review } from "./layout";

const URGENT_LISTED = 50;

const STATE_STYLES: Readonly<Record<Review["escalations"][number]["state"], StyleId>> = {
  toGrade: "statusNeutral",
  notEscalated: "statusBad",
  escalated: "statusGood",
  late: "statusBad",
  running: "statusNeutral",
  settled: "statusGood",
};

/** Open tickets that cannot wait, each with why. */
export function urgentBlock(sheet: SheetBuilder, review: Review, context: ReportContext): void {
  const { t, words, tierName, momentCell } = context;
  sheet.section(t("review.urgent"), WIDTH);
  sheet.table<Review["urgent"][number]>({
    name: "UrgentTickets",
    filter: false,
    rows: review.urgent.slice(0, URGENT_LISTED),
    empty: t("review.noUrgent"),
    columns: [
      { header: t("field.ticketId"), style: "text", value: ({ ticketId }) => ticketId },
      { header: t("scores.customer"), style: "text", value: ({ customerId }) => customerId },
      { header: t("scores.tier"), style: "word", value: ({ tier }) => (tier === "" ? "–" : tierName(tier)) },
      { header: t("field.type"), style: "word", value: ({ type }) => t(`ticketType.${type}`) },
      { header: t("field.createdAt"), style: "dateTime", value: ({ createdAt }) => momentCell(createdAt) },
      { header: t("sla.dueAt"), style: "dateTime", value: ({ dueAt }) => momentCell(dueAt) },
      {
        header: t("review.why"),
        style: "wordWrap",
        value: ({ reasons }) => words.list(reasons.map((reason) => t(`urgency.${reason}`))),
        styleOf: ({ reasons }) =>
          reasons.includes("major") || reasons.includes("pastLimit") ? "statusBad" : "wordWrap",
      },
      { header: t("field.agent"), style: "text", value: ({ agent }) => agent },
      { header: t("field.reason"), style: "textWrap", value: ({ reason }) => reason },
    ],
  });
  if (review.urgent.length > URGENT_LISTED)
    sheet.note(
      t("review.more", { listed: words.count(URGENT_LISTED), items: words.count(review.urgent.length) }),
    );
  sheet.paragraph(t("review.urgentNote"), "noteWrap", WIDTH);
}

/** What front-line staff may not settle alone, with room for the plan that major failures need. */
export function escalationBlock(
  sheet: SheetBuilder,
  review: Review,
  { programme }: Settings,
  context: ReportContext,
): void {
  const { t, words, tierName, momentCell } = context;
  sheet.section(t("review.escalations"), WIDTH);
  sheet.paragraph(
    t("review.escalationNote", {
      major: programme.majorHours,
      quality: programme.qualityHours,
      grading: programme.gradingHours,
    }),
    "noteWrap",
    WIDTH,
  );
  const { escalations } = review;
  if (escalations.length > ROWS_LISTED)
    sheet.note(
      t("review.more", { listed: words.count(ROWS_LISTED), items: words.count(escalations.length) }),
    );
  sheet.table<Review["escalations"][number]>({
    name: "Escalations",
    rows: escalations.slice(0, ROWS_LISTED),
    empty: t("review.noEscalations"),
    columns: [
      { header: t("field.ticketId"), style: "text", value: ({ ticketId }) => ticketId },
      { header: t("scores.customer"), style: "text", value: ({ customerId }) => customerId },
      { header: t("scores.tier"), style: "word", value: ({ tier }) => (tier === "" ? "–" : tierName(tier)) },
      { header: t("field.severity"), style: "word", value: ({ severity }) => t(`severity.${severity}`) },
      { header: t("field.createdAt"), style: "dateTime", value: ({ createdAt }) => momentCell(createdAt) },
      { header: t("review.escalateBy"), style: "dateTime", value: ({ dueAt }) => momentCell(dueAt) },
      {
        header: t("field.escalatedAt"),
        style: "dateTime",
        value: ({ escalatedAt }) => momentCell(escalatedAt),
      },
      {
        header: t("sla.state"),
        style: "statusNeutral",
        value: ({ state }) => t(`escalationState.${state}`),
        styleOf: ({ state }) => STATE_STYLES[state],
      },
      { header: t("field.reason"), style: "textWrap", value: ({ reason }) => reason },
      { header: t("field.agent"), style: "text", value: ({ agent }) => agent },
      { header: t("review.plan"), style: "wordWrap", value: leftToPeople },
      { header: t("followUp.remark"), style: "wordWrap", value: leftToPeople },
    ],
  });
}
