import type { Analysis, CustomerRow } from "../../core/analysis";
import type { ReportContext } from "../context";
import type { TableColumn } from "../kit/sheetBuilder";
import { relationWords, type RelationWords } from "../programme/relationWords";

/** Columns of the score table about the relation with a customer; `timeline` only where there are not too many. */
export type RelationColumnId =
  | "stage"
  | "relationType"
  | "relationReasons"
  | "loyalty"
  | "attitude"
  | "nextTouch"
  | "nextAction"
  | "timeline";

export interface RelationColumn extends TableColumn<CustomerRow> {
  readonly id: RelationColumnId;
}

/** Where a customer stands, what comes next, and what happened last, as columns that the customer card looks up. */
export function relationColumns(analysis: Analysis, context: ReportContext): readonly RelationColumn[] {
  const { t, words, dateCell } = context;
  const { relationship } = analysis.programme;
  const places = new Map(analysis.customers.map((row, place) => [row, place]));
  const placeOf = (row: CustomerRow) => places.get(row) ?? -1;
  const known = new Map<CustomerRow, RelationWords>();
  const wordsOf = (row: CustomerRow): RelationWords => {
    const found = known.get(row) ?? relationWords(analysis, placeOf(row), t, words);
    known.set(row, found);
    return found;
  };
  const columns: readonly RelationColumn[] = [
    {
      id: "stage",
      header: t("relationships.stage"),
      style: "word",
      value: (row) => {
        const { stage, stageFlags } = wordsOf(row);
        return stageFlags === "" ? stage : t("relationships.stageWithFlags", { stage, flags: stageFlags });
      },
    },
    {
      id: "relationType",
      header: t("relationships.type"),
      style: "word",
      value: (row) => wordsOf(row).relation,
    },
    {
      id: "loyalty",
      header: t("relationships.loyaltyIndex"),
      style: "decimal1",
      maxWidth: 11,
      value: (row) => relationship.loyalty[placeOf(row)]?.index ?? null,
    },
    {
      id: "nextTouch",
      header: t("relationships.nextTouch"),
      style: "date",
      value: (row) => dateCell(relationship.touches[placeOf(row)]?.dueOn ?? null),
    },
    {
      id: "nextAction",
      header: t("relationships.nextAction"),
      style: "word",
      maxWidth: 40,
      value: (row) => nextStep(wordsOf(row), context),
    },
    {
      id: "relationReasons",
      header: t("card.relationReasons"),
      style: "word",
      maxWidth: 40,
      value: (row) => wordsOf(row).relationReasons,
    },
    {
      id: "attitude",
      header: t("card.attitude"),
      style: "word",
      maxWidth: 40,
      value: (row) => attitudeOf(relationship.tests[placeOf(row)], context),
    },
  ];
  const { interactions } = relationship;
  if (interactions === null) return columns;
  return [
    ...columns,
    {
      id: "timeline",
      header: t("card.timeline"),
      style: "text",
      maxWidth: 40,
      value: (row) =>
        (interactions[placeOf(row)] ?? [])
          .map(({ day, kind, amount, text }) =>
            t(text === "" && amount === null ? "card.eventBare" : "card.event", {
              day: words.day(day),
              kind: t(`interaction.${kind}`),
              text: amount === null ? text : words.money(amount),
            }),
          )
          .join("\n"),
    },
  ];
}

/** What to do, by what, by whom, in one line; "" where nobody knows the customer. */
function nextStep({ action, channel, owner }: RelationWords, { t }: ReportContext): string {
  return action === "" ? "" : t("relationships.nextStep", { action, channel, owner });
}

/** The three tests of a loyal customer in words, and a warning where only habit is known. */
function attitudeOf(
  tests: Analysis["programme"]["relationship"]["tests"][number] | undefined,
  { t, words }: ReportContext,
): string {
  if (tests === undefined) return "";
  const { repeat, recommend, rival } = tests;
  const told = words.clauses(
    (["repeat", "recommend", "rival"] as const).map((test) =>
      t("card.test", { test: t(`loyalTest.${test}`), outcome: t(`testOutcome.${tests[test]}`) }),
    ),
  );
  const habitOnly = repeat === "passed" && recommend === "untested" && rival === "untested";
  return habitOnly ? words.sentences([t("card.told", { told }), t("card.habitOnly")]) : told;
}
