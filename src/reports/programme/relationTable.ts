import type { Analysis, CustomerRow } from "../../core/analysis";
import type { ReportContext } from "../context";
import type { SheetBuilder, TableColumn } from "../kit/sheetBuilder";
import { byStanding } from "../lists/byStanding";
import { customerColumns, LISTED } from "./customerColumns";
import { relationWords } from "./relationWords";

interface Line {
  readonly row: CustomerRow;
  readonly place: number;
  readonly words: ReturnType<typeof relationWords>;
}

/** Behind a part of the index: behaviour stands in for an answer. */
const PROXY = " *";

/** Every customer's stage, relation, loyalty, ties and next steps; best first. */
export function relationTable(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words } = context;
  const { customers } = analysis;
  const lines = customers
    .map((row, place) => ({ row, place }))
    .sort((one, other) => byStanding(one.row, other.row))
    .slice(0, LISTED)
    .map((line): Line => ({ ...line, words: relationWords(analysis, line.place, t, words) }));
  if (customers.length > LISTED)
    sheet.note(
      t("relationships.more", { listed: words.count(LISTED), items: words.count(customers.length) }),
    );
  sheet.note(t("relationships.tableNote"));
  const columns = columnsOf(lines, analysis, context);
  sheet.table<Line>({ name: "Relationships", rows: lines, columns, empty: t("relationships.empty") });
  sheet.printColumns(2 + columns.findIndex(({ header }) => header === t("field.owner")));
}

/** Where a customer stands and who does what next: that much is printed. Then the grounds, for the screen. */
function columnsOf(
  lines: readonly Line[],
  { programme: { relationship } }: Analysis,
  context: ReportContext,
): readonly TableColumn<Line>[] {
  const { t, words, dateCell } = context;
  const { loyalty, tests, switching, ladder, touches, crossSelling } = relationship;
  const part = (id: "repeat" | "trust" | "price" | "choosing"): TableColumn<Line> => ({
    header: t(`loyaltyPart.${id}`),
    style: "wordRight",
    value: ({ place }) => {
      const found = loyalty[place]?.parts.find((one) => one.id === id);
      if (found === undefined || found.value === null) return "–";
      return `${words.decimal(100 * found.value, 0)}${found.proxy ? PROXY : ""}`;
    },
  });
  return [
    ...customerColumns(lines, ({ row }) => row, context),
    { header: t("relationships.stage"), style: "word", value: (line) => line.words.stage },
    { header: t("relationships.flags"), style: "wordWrap", value: (line) => line.words.stageFlags },
    { header: t("relationships.type"), style: "word", value: (line) => line.words.relation },
    {
      header: t("relationships.loyaltyIndex"),
      style: "decimal1",
      value: ({ place }) => loyalty[place]?.index ?? null,
    },
    {
      header: t("relationships.loyal"),
      style: "word",
      value: ({ place }) => {
        const test = tests[place];
        if (test === undefined) return "";
        const sign = { passed: "✓", failed: "✗", untested: "–" } as const;
        return `${sign[test.repeat]} ${sign[test.recommend]} ${sign[test.rival]}${test.loyal ? ` ${t("word.yes")}` : ""}`;
      },
    },
    {
      header: t("relationships.nextTouch"),
      style: "date",
      value: ({ place }) => dateCell(touches[place]?.dueOn ?? null),
    },
    { header: t("relationships.nextAction"), style: "wordWrap", value: (line) => line.words.action },
    { header: t("touchPlan.channel"), style: "textWrap", value: (line) => line.words.channel },
    { header: t("field.owner"), style: "textWrap", value: (line) => line.words.owner },
    { header: t("relationships.reasons"), style: "wordWrap", value: (line) => line.words.relationReasons },
    {
      header: t("relationships.coverage"),
      style: "percent",
      value: ({ place }) => loyalty[place]?.coverage ?? null,
    },
    part("repeat"),
    part("trust"),
    part("price"),
    part("choosing"),
    {
      header: t("relationships.switching"),
      style: "integer",
      value: ({ place }) => switching[place]?.score ?? null,
    },
    {
      header: t("relationships.evidence"),
      style: "wordWrap",
      value: ({ place }) =>
        words.list((switching[place]?.evidence ?? []).map((evidence) => t(`switchingEvidence.${evidence}`))),
    },
    {
      header: t("relationships.ladder"),
      style: "integer",
      value: ({ place }) => ladder[place]?.level ?? null,
    },
    {
      header: t("relationships.ladderNext"),
      style: "wordWrap",
      value: ({ place }) => {
        const next = ladder[place]?.next ?? null;
        return next === null ? "–" : t(`ladderStep.${next}`);
      },
    },
    {
      header: t("relationships.nextItem"),
      style: "text",
      value: ({ place }) => crossSelling?.offers[place]?.name ?? "",
    },
  ];
}
