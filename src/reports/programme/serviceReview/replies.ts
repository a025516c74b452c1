import type { ReportContext } from "../../context";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { WIDTH, type Review } from "./layout";

/** Phrases in replies that leave a customer alone, and what to say instead; nothing where no reply is kept. */
export function repliesBlock(sheet: SheetBuilder, { phrases }: Review, context: ReportContext): void {
  if (phrases === null) return;
  const { t, words } = context;
  sheet.section(t("review.replies"), WIDTH);
  sheet.paragraph(
    t("review.repliesFinding", { replies: words.count(phrases.replies), cold: words.count(phrases.cold) }),
    "bodyWrap",
    WIDTH,
  );
  sheet.table<(typeof phrases.phrases)[number]>({
    name: "ColdPhrases",
    filter: false,
    rows: phrases.phrases,
    empty: t("review.noPhrases"),
    columns: [
      { header: t("review.phrase"), style: "text", value: ({ example }) => example },
      { header: t("review.phraseCount"), style: "integer", value: ({ count }) => count },
      { header: t("review.phraseTicket"), style: "text", value: ({ ticketId }) => ticketId },
    ],
  });
  for (const { id } of phrases.phrases) sheet.note(t(`coldPhrase.${id}`));
  sheet.note(t("review.repliesNote"));
}
