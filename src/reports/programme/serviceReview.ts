import type { Analysis } from "../../core/analysis";
import type { ReportContext } from "../context";
import { SheetBuilder, type Card } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { complaintBlock } from "./serviceReview/complaints";
import { costBlock } from "./serviceReview/cost";
import { escalationBlock, urgentBlock } from "./serviceReview/escalations";
import { lapsedBlock } from "./serviceReview/lapsed";
import { repliesBlock } from "./serviceReview/replies";
import { agentBlock, stepBlock } from "./serviceReview/steps";
import { repeatBlock, voiceBlock } from "./serviceReview/voice";
import { WIDTH } from "./serviceReview/layout";

const WIDTHS = [2, 21, 14, 13, 14, 17, 17, 17, 14, 16, 13, 18, 18];
const REASONS_NAMED = 3;

/**
 * What went wrong, why, and what is done about it: the complaint report of the month, what cannot wait, where the time
 * goes, who serves how, whether people come back, and what they say when they are asked.
 *
 * @returns null where neither tickets nor surveys nor costs are known
 */
export function serviceReviewSheet(analysis: Analysis, context: ReportContext): SheetModel | null {
  const { t, words } = context;
  const { serviceReview: review, voice } = analysis.programme;
  if (review === null && voice.surveyCoverage === null && voice.costToServe === null) return null;
  const sheet = new SheetBuilder(context, { id: "serviceReview", widths: WIDTHS });
  sheet.title(t("sheet.serviceReview"), t("sla.line", { now: words.moment(analysis.now) }));
  if (review === null) sheet.empty(t("review.noTickets"), WIDTH);
  else {
    for (const text of findings(analysis, context)) sheet.paragraph(text, "finding", WIDTH);
    sheet.gap(8);
    sheet.cards(cards(analysis, context), { columns: 2, perRow: 6 });
    urgentBlock(sheet, review, context);
    complaintBlock(sheet, review, analysis, context);
    stepBlock(sheet, analysis, context);
    sheet.pageStart();
    agentBlock(sheet, review, analysis, context);
    repeatBlock(sheet, review, analysis, context);
    sheet.pageStart();
  }
  voiceBlock(sheet, analysis, context);
  if (review !== null) {
    repliesBlock(sheet, review, context);
    escalationBlock(sheet, review, analysis.settings, context);
  }
  lapsedBlock(sheet, analysis, context);
  costBlock(sheet, analysis, context);
  return sheet.build();
}

type Review = NonNullable<Analysis["programme"]["serviceReview"]>;

const monthName = (review: Review, { words }: ReportContext) => words.day(review.reported.month).slice(0, 7);

/** What the month brought, what cannot wait, and where the time goes. */
function findings(analysis: Analysis, context: ReportContext): readonly string[] {
  const { t, words } = context;
  const review = analysis.programme.serviceReview as Review;
  const { reported } = review;
  const month = monthName(review, context);
  const named = reported.reasons
    .slice(0, Math.min(REASONS_NAMED, reported.vital))
    .filter(({ reason }) => reason !== "");
  const last = named.at(-1);
  const complaints =
    reported.complaints === 0
      ? t("review.findingNone", { month, before: words.count(reported.before) })
      : words.sentences([
          t("review.finding", {
            month,
            complaints: words.count(reported.complaints),
            before: words.count(reported.before),
          }),
          last === undefined
            ? ""
            : t("review.findingReasons", {
                reasons: words.list(named.map(({ reason }) => reason)),
                share: words.percent(last.cumulativeShare),
              }),
        ]);
  const major = review.escalations.filter(({ state }) => state === "notEscalated").length;
  const toGrade = review.escalations.filter(({ state }) => state === "toGrade").length;
  const waiting = words.sentences([
    review.urgent.length > 0 ? t("review.findingUrgent", { urgent: words.count(review.urgent.length) }) : "",
    major > 0 ? t("review.findingNotEscalated", { major: words.count(major) }) : "",
    toGrade > 0 ? t("review.findingToGrade", { tickets: words.count(toGrade) }) : "",
  ]);
  const [all] = review.stepShares;
  const time =
    all === undefined || all.slowest === null || all.share === null
      ? ""
      : t("review.findingStep", {
          step: t(`slaStep.${all.slowest}`),
          share: words.percent(all.share),
          tickets: words.count(all.tickets),
        });
  return [complaints, waiting === "" ? t("review.findingNothingUrgent") : waiting, time].filter(
    (text) => text !== "",
  );
}

function cards(analysis: Analysis, context: ReportContext): readonly Card[] {
  const { t, words } = context;
  const { voice } = analysis.programme;
  const review = analysis.programme.serviceReview as Review;
  const { reported } = review;
  const before = review.complaintMonths.find(({ month }) => month < reported.month);
  const major = review.escalations.filter(({ severity }) => severity === "major");
  const notEscalated = major.filter(({ state }) => state === "notEscalated").length;
  const acted = voice.feedback?.find(({ kind }) => kind === "complaint");
  const figure = (value: number | null, style: Card["style"]): Pick<Card, "value" | "style"> =>
    value === null ? { value: t("report.none"), style: "cardText" } : { value, style };
  const rate = review.repeatAfterComplaint.groups.find(({ group }) => group === "onTime");
  return [
    {
      label: t("review.card.complaints", { month: monthName(review, context) }),
      value: reported.complaints,
      style: "cardInteger",
      note: t("review.card.before", { before: words.count(reported.before) }),
    },
    {
      label: t("review.card.per100"),
      ...figure(reported.per100Orders, "cardDecimal1"),
      note: t("review.card.before", {
        before:
          before === undefined || before.per100Orders === null
            ? t("report.none")
            : words.decimal(before.per100Orders, 1),
      }),
    },
    {
      label: t("review.card.urgent"),
      value: review.urgent.length,
      style: "cardInteger",
      note: t("review.card.urgentNote", {
        late: words.count(review.urgent.filter(({ reasons }) => reasons.includes("pastLimit")).length),
      }),
    },
    {
      label: t("review.card.notEscalated"),
      value: notEscalated,
      style: "cardInteger",
      note: t("review.card.ofMajor", { major: words.count(major.length) }),
    },
    {
      label: t("review.card.action"),
      ...figure(acted?.medianDays ?? null, "cardDecimal1"),
      note:
        acted === undefined
          ? t("report.none")
          : t("review.card.acted", { acted: words.count(acted.acted), count: words.count(acted.count) }),
    },
    {
      label: t("review.card.back", { days: review.repeatAfterComplaint.days }),
      ...figure(rate?.rate ?? null, "cardPercent"),
      note: t("review.card.sample", { customers: words.count(rate?.customers ?? 0) }),
    },
  ];
}
