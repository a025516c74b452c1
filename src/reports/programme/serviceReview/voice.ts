import type { Analysis } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import { intervalText } from "../../kit/intervalText";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { WIDTH, type Review } from "./layout";

/** Of satisfied customers, how many leave all the same: the share that the plan quotes. */
const QUOTED_LEAVING = 0.4;

/** Whether people come back after a complaint, by how it was handled. */
export function repeatBlock(
  sheet: SheetBuilder,
  review: Review,
  { settings }: Analysis,
  context: ReportContext,
): void {
  const { t, words } = context;
  const { groups, days, pending, unknown } = review.repeatAfterComplaint;
  sheet.section(t("review.repeat", { days }), WIDTH);
  sheet.table<(typeof groups)[number]>({
    name: "RepeatAfterComplaint",
    filter: false,
    rows: groups,
    empty: "",
    columns: [
      { header: t("review.group"), style: "wordWrap", value: ({ group }) => t(`complaintGroup.${group}`) },
      { header: t("tierPortraits.customers"), style: "integer", value: ({ customers }) => customers },
      { header: t("review.cameBack"), style: "integer", value: ({ repeated }) => repeated },
      { header: t("review.backRate"), style: "percent", value: ({ rate }) => rate },
      {
        header: t("review.interval90"),
        style: "wordRight",
        value: ({ interval }) => intervalText(interval, context),
      },
      {
        header: t("review.sample"),
        style: "wordGrey",
        value: ({ customers }) => (customers < settings.smallSample ? context.smallSampleText : ""),
      },
    ],
  });
  sheet.paragraph(
    words.sentences([
      t("review.repeatNote", { days }),
      pending + unknown > 0
        ? t("review.repeatLeftOut", { pending: words.count(pending), unknown: words.count(unknown) })
        : "",
      t("review.repeatCaveat"),
    ]),
    "noteWrap",
    WIDTH,
  );
}

/** What customers say when they are asked, how fast something is done about it, and who leaves all the same. */
export function voiceBlock(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { feedback } = analysis.programme.voice;
  const { t } = context;
  if (feedback !== null) {
    sheet.section(t("review.feedback"), WIDTH);
    sheet.table<(typeof feedback)[number]>({
      name: "FeedbackTimes",
      filter: false,
      rows: feedback.filter(({ count }) => count > 0),
      empty: t("review.noFeedback"),
      columns: [
        { header: t("review.feedbackKind"), style: "wordWrap", value: ({ kind }) => t(`feedback.${kind}`) },
        { header: t("review.feedbackCount"), style: "integer", value: ({ count }) => count },
        { header: t("review.feedbackActed"), style: "integer", value: ({ acted }) => acted },
        { header: t("review.feedbackDays"), style: "decimal1", value: ({ medianDays }) => medianDays },
        { header: t("review.longestWait"), style: "integer", value: ({ longestWait }) => longestWait },
      ],
    });
    sheet.paragraph(t("review.feedbackNote"), "noteWrap", WIDTH);
  }
  surveyBlock(sheet, analysis, context);
}

function surveyBlock(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words, tierName } = context;
  const { surveyCoverage: coverage, satisfaction } = analysis.programme.voice;
  sheet.section(t("review.survey"), WIDTH);
  if (coverage === null || satisfaction === null) {
    sheet.empty(t("review.noSurvey"), WIDTH);
    return;
  }
  const { survey } = analysis;
  const kpi = (id: "satisfaction" | "nps") => analysis.kpis.find((one) => one.id === id);
  const index = kpi("satisfaction");
  const nps = kpi("nps");
  sheet.paragraph(
    words.sentences([
      coverage.rate === null
        ? t("review.coverageNobody")
        : t("review.coverage", {
            surveyed: words.count(coverage.surveyed),
            active: words.count(coverage.active),
            rate: words.percent(coverage.rate),
          }),
      coverage.lastAnswer === null || coverage.daysSince === null
        ? t("review.noDatedAnswer")
        : t("review.lastAnswer", {
            day: words.day(coverage.lastAnswer),
            days: words.count(coverage.daysSince),
          }),
      survey !== null &&
      index !== undefined &&
      index.value !== null &&
      index.low !== null &&
      index.high !== null
        ? t("review.satisfaction", {
            mean: words.decimal(index.value, 1),
            n: words.count(survey.n),
            low: words.decimal(index.low, 1),
            high: words.decimal(index.high, 1),
          })
        : "",
      survey !== null && index?.smallSample === true
        ? t("review.satisfactionSmall", { small: context.smallSampleText })
        : "",
      survey !== null && nps !== undefined && nps.value !== null
        ? t("review.nps", {
            nps: `${nps.value > 0 ? "+" : ""}${words.decimal(nps.value, 1)}`,
            n: words.count(survey.npsN),
          })
        : "",
    ]),
    "bodyWrap",
    WIDTH,
  );
  sheet.table<(typeof coverage.lines)[number]>({
    name: "SurveyCoverage",
    filter: false,
    rows: coverage.lines,
    empty: t("review.coverageNobody"),
    columns: [
      { header: t("scores.tier"), style: "word", value: ({ tier }) => tierName(tier) },
      { header: t("review.active"), style: "integer", value: ({ active }) => active },
      { header: t("review.surveyed"), style: "integer", value: ({ surveyed }) => surveyed },
      { header: t("review.coverageRate"), style: "percent", value: ({ rate }) => rate },
    ],
  });
  sheet.note(t("review.coverageNote"));
  moodBlock(sheet, satisfaction, analysis, context);
}

type Moods = NonNullable<Analysis["programme"]["voice"]["satisfaction"]>;

/** Satisfaction beside loyalty. */
function moodBlock(sheet: SheetBuilder, moods: Moods, analysis: Analysis, context: ReportContext): void {
  const { t, words } = context;
  const months = analysis.settings.winBackMonths;
  sheet.section(t("review.moods"), WIDTH);
  const satisfied = moods.find(({ mood }) => mood === "satisfied");
  if (satisfied !== undefined && satisfied.rate !== null)
    sheet.paragraph(
      t("review.moodFinding", {
        satisfied: words.count(satisfied.active + satisfied.lapsed),
        lapsed: words.count(satisfied.lapsed),
        rate: words.percent(satisfied.rate),
        quoted: words.percent(QUOTED_LEAVING),
      }),
      "bodyWrap",
      WIDTH,
    );
  sheet.table<Moods[number]>({
    name: "SatisfactionGrid",
    filter: false,
    rows: moods,
    empty: "",
    columns: [
      { header: t("review.mood"), style: "wordWrap", value: ({ mood }) => t(`mood.${mood}`) },
      { header: t("review.stillActive"), style: "integer", value: ({ active }) => active },
      { header: t("review.lapsed"), style: "integer", value: ({ lapsed }) => lapsed },
      { header: t("review.lapsedRate"), style: "percent", value: ({ rate }) => rate },
      {
        header: t("review.interval90"),
        style: "wordRight",
        value: ({ interval }) => intervalText(interval, context),
      },
    ],
  });
  sheet.paragraph(t("review.moodNote", { months }), "noteWrap", WIDTH);
}
