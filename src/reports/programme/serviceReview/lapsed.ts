import type { Analysis } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { ROWS_LISTED, WIDTH } from "./layout";

/** Who was satisfied and has stopped buying all the same; nothing without a survey sheet. */
export function lapsedBlock(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  if (analysis.programme.voice.satisfaction === null) return;
  const { t, words, dateCell } = context;
  const lapsed = analysis.lists.satisfiedButLapsed;
  sheet.section(t("review.satisfiedButLapsed"), WIDTH);
  if (lapsed.length > ROWS_LISTED)
    sheet.note(t("review.more", { listed: words.count(ROWS_LISTED), items: words.count(lapsed.length) }));
  sheet.table<(typeof lapsed)[number]>({
    name: "SatisfiedButLapsed",
    filter: false,
    rows: lapsed.slice(0, ROWS_LISTED),
    empty: t("review.nobodyLapsed"),
    columns: [
      { header: t("scores.customer"), style: "text", value: ({ customerId }) => customerId },
      { header: t("field.name"), style: "text", value: ({ name }) => name },
      { header: t("field.satisfaction"), style: "decimal1", value: ({ satisfaction }) => satisfaction },
      { header: t("field.answeredOn"), style: "date", value: ({ answeredOn }) => dateCell(answeredOn) },
      { header: t("scores.lastDay"), style: "date", value: ({ lastDay }) => dateCell(lastDay) },
      { header: t("review.silentDays"), style: "integer", value: ({ days }) => days },
      {
        header: t("followUp.remark"),
        style: "wordWrap",
        value: ({ answeredAfterLapse }) => (answeredAfterLapse ? t("review.answeredAfterLapse") : ""),
      },
    ],
  });
}
