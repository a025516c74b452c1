import type { Analysis } from "../../core/analysis";
import { TIER_IDS, type TierId } from "../../core/tiers";
import type { ReportContext } from "../context";
import { leftToPeople, SheetBuilder, type Card, type TableColumn } from "../kit/sheetBuilder";
import { followUpColumns } from "../lists/followUp";
import { PALETTE } from "../model/palette";
import type { SheetModel } from "../model/workbookModel";

const WIDTHS = [2, 16, 17, 15, 15, 17, 25, 24, 14, 14, 14, 18];
const WIDTH = WIDTHS.length - 1;
/** More than a person works through; the JSON result holds all of them. */
const ROWS_LISTED = 300;

type Contacts = NonNullable<Analysis["programme"]["contacts"]>;
type Gap = Analysis["lists"]["completenessGaps"][number];

/**
 * How complete the customer records are, who cannot be reached, and which records may be one person: the lists that
 * somebody works through.
 *
 * @returns null without a customer sheet
 */
export function contactsSheet(analysis: Analysis, context: ReportContext): SheetModel | null {
  const { contacts } = analysis.programme;
  if (contacts === null) return null;
  const { t, words } = context;
  const sheet = new SheetBuilder(context, { id: "contacts", widths: WIDTHS });
  sheet.title(t("sheet.contacts"));
  for (const text of findings(analysis, contacts, context)) sheet.paragraph(text, "finding", WIDTH);
  sheet.gap(8);
  sheet.cards(cards(analysis, contacts, context), { columns: 2, perRow: 5 });
  completenessBlock(sheet, analysis, context);
  problemBlock(sheet, contacts, context);
  duplicateBlock(sheet, contacts, context);
  sheet.section(t("contacts.owners"), WIDTH);
  sheet.paragraph(
    contacts.ownerChanges === null
      ? t("contacts.ownersUnknown")
      : t("contacts.ownersChanged", {
          changed: words.count(contacts.ownerChanges.changed),
          customers: words.count(contacts.ownerChanges.customers),
        }),
    "bodyWrap",
    WIDTH,
  );
  sheet.note(t("contacts.ownersNote"));
  gapBlock(sheet, analysis, context);
  return sheet.build();
}

function findings(analysis: Analysis, contacts: Contacts, context: ReportContext): readonly string[] {
  const { t, words } = context;
  const { completeness } = analysis;
  const target = analysis.kpis.find(({ id }) => id === "completeness")?.targetValue ?? null;
  const complete =
    completeness === null
      ? t("contacts.nothingRequired")
      : words.sentences([
          t("contacts.finding", {
            rate: words.percent(completeness.rate),
            cells: words.count(completeness.cells),
            total: words.count(completeness.total),
            complete: words.count(completeness.fullyComplete),
            customers: words.count(completeness.customers),
            strict: words.percent(completeness.strict),
          }),
          target === null ? "" : t("contacts.findingTarget", { target: words.percent(target) }),
        ]);
  return [
    complete,
    t(
      contacts.problems.length + contacts.duplicates.length === 0
        ? "contacts.findingReachable"
        : "contacts.findingProblems",
      {
        problems: words.count(contacts.problems.length),
        pairs: words.count(contacts.duplicates.length),
      },
    ),
  ];
}

function cards(analysis: Analysis, contacts: Contacts, { t, words }: ReportContext): readonly Card[] {
  const { completeness } = analysis;
  const rate = (value: number | null): Pick<Card, "value" | "style"> =>
    value === null ? { value: t("report.none"), style: "cardText" } : { value, style: "cardPercent" };
  const having = (code: Contacts["problems"][number]["codes"][number]) =>
    contacts.problems.filter(({ codes }) => codes.includes(code)).length;
  return [
    {
      label: t("kpi.completeness"),
      ...rate(completeness?.rate ?? null),
      note: t("contacts.card.cells", {
        cells: words.count(completeness?.cells ?? 0),
        total: words.count(completeness?.total ?? 0),
      }),
    },
    {
      label: t("kpi.completenessStrict"),
      ...rate(completeness?.strict ?? null),
      note: t("contacts.card.customers", {
        complete: words.count(completeness?.fullyComplete ?? 0),
        customers: words.count(completeness?.customers ?? 0),
      }),
    },
    {
      label: t("contacts.card.gaps"),
      value: analysis.lists.completenessGaps.length,
      style: "cardInteger",
      note: t("contacts.card.gapsNote"),
    },
    {
      label: t("contacts.card.problems"),
      value: contacts.problems.length,
      style: "cardInteger",
      note: t("contacts.card.problemsNote", {
        invalid: words.count(having("invalidPhone") + having("invalidEmail")),
        none: words.count(having("noContact")),
      }),
    },
    {
      label: t("contacts.card.pairs"),
      value: contacts.duplicates.length,
      style: "cardInteger",
      note: t("contacts.card.pairsNote"),
    },
  ];
}

/** The rate by field, by tier and by owner. */
function completenessBlock(sheet: SheetBuilder, { completeness }: Analysis, context: ReportContext): void {
  const { t, words, tierName } = context;
  sheet.section(t("contacts.byField"), WIDTH);
  if (completeness === null) {
    sheet.empty(t("contacts.nothingRequired"), WIDTH);
    return;
  }
  const header = sheet.row;
  sheet.table<(typeof completeness.fields)[number]>({
    name: "CompletenessByField",
    filter: false,
    rows: [...completeness.fields].sort((one, other) => one.rate - other.rate),
    empty: t("contacts.nothingRequired"),
    columns: [
      { header: t("quality.field"), style: "word", value: ({ field }) => fieldName(field, context) },
      { header: t("contacts.filled"), style: "integer", value: ({ filled }) => filled },
      { header: t("contacts.blank"), style: "integer", value: ({ empty }) => empty },
      { header: t("contacts.invalid"), style: "integer", value: ({ invalid }) => invalid },
      { header: t("contacts.rate"), style: "percent", value: ({ rate }) => rate },
    ],
  });
  sheet.format({
    kind: "dataBar",
    range: { row: header + 1, column: 5, rows: completeness.fields.length, columns: 1 },
    color: PALETTE.accentLight,
  });
  sheet.paragraph(
    words.sentences([
      t("contacts.definition"),
      completeness.testRows > 0 ? t("contacts.testRows", { rows: words.count(completeness.testRows) }) : "",
    ]),
    "noteWrap",
    WIDTH,
  );
  sheet.section(t("contacts.byTier"), WIDTH);
  sheet.table<(typeof completeness.byTier)[number]>({
    name: "CompletenessByTier",
    filter: false,
    rows: [...completeness.byTier].sort((one, other) => place(one.tier) - place(other.tier)),
    empty: t("contacts.nothingRequired"),
    columns: [
      { header: t("scores.tier"), style: "word", value: ({ tier }) => tierName(tier) },
      { header: t("tierPortraits.customers"), style: "integer", value: ({ customers }) => customers },
      { header: t("contacts.rate"), style: "percent", value: ({ rate }) => rate },
    ],
  });
  sheet.section(t("contacts.byOwner"), WIDTH);
  sheet.table<(typeof completeness.byOwner)[number]>({
    name: "CompletenessByOwner",
    filter: false,
    rows: [...completeness.byOwner].sort((one, other) => one.rate - other.rate),
    empty: t("contacts.nothingRequired"),
    columns: [
      {
        header: t("field.owner"),
        style: "text",
        value: ({ owner }) => (owner === "" ? t("contacts.noOwner") : owner),
      },
      { header: t("tierPortraits.customers"), style: "integer", value: ({ customers }) => customers },
      { header: t("contacts.rate"), style: "percent", value: ({ rate }) => rate },
    ],
  });
}

/** Customers whose phone or e-mail fits no rule, who have neither, or whom the last touches did not reach. */
function problemBlock(sheet: SheetBuilder, { problems }: Contacts, context: ReportContext): void {
  const { t, words, tierName, dateCell } = context;
  type Problem = Contacts["problems"][number];
  sheet.section(t("contacts.problems"), WIDTH);
  more(sheet, problems.length, context);
  const rows = byTier(problems).slice(0, ROWS_LISTED);
  const columns: readonly TableColumn<Problem>[] = [
    { header: t("scores.customer"), style: "text", value: ({ customerId }) => customerId },
    { header: t("field.name"), style: "text", value: ({ name }) => name },
    { header: t("scores.tier"), style: "word", value: ({ tier }) => tierName(tier) },
    { header: t("field.owner"), style: "text", value: ({ owner }) => owner },
    { header: t("field.phone"), style: "text", value: ({ phone }) => phone },
    { header: t("field.email"), style: "text", value: ({ email }) => email },
    {
      header: t("contacts.problem"),
      style: "wordWrap",
      value: ({ codes }) => words.list(codes.map((code) => t(`contactProblem.${code}`))),
    },
    { header: t("contacts.undelivered"), style: "integer", value: ({ undelivered }) => undelivered },
    { header: t("contacts.reachedOn"), style: "date", value: ({ reachedOn }) => dateCell(reachedOn) },
    ...followUpColumns<Problem>(context),
  ];
  sheet.table({ name: "ContactProblems", filter: false, rows, empty: t("contacts.noProblems"), columns });
  sheet.paragraph(t("contacts.problemNote"), "noteWrap", WIDTH);
}

/** Pairs of records with what they share; whoever knows the people decides. */
function duplicateBlock(sheet: SheetBuilder, { duplicates }: Contacts, context: ReportContext): void {
  const { t, words } = context;
  type Pair = Contacts["duplicates"][number];
  sheet.section(t("contacts.duplicates"), WIDTH);
  more(sheet, duplicates.length, context);
  const rows = duplicates.slice(0, ROWS_LISTED);
  const header = sheet.row;
  const columns: readonly TableColumn<Pair>[] = [
    { header: t("contacts.one"), style: "text", value: ({ one }) => one.customerId },
    { header: t("contacts.oneName"), style: "text", value: ({ one }) => one.name },
    { header: t("contacts.other"), style: "text", value: ({ other }) => other.customerId },
    { header: t("contacts.otherName"), style: "text", value: ({ other }) => other.name },
    { header: t("contacts.onePhone"), style: "text", value: ({ one }) => one.phone },
    { header: t("contacts.otherPhone"), style: "text", value: ({ other }) => other.phone },
    {
      header: t("contacts.evidence"),
      style: "wordWrap",
      value: ({ evidence }) => words.list(evidence.map((one) => t(`duplicateEvidence.${one}`))),
    },
    { header: t("contacts.decision"), style: "word", value: leftToPeople },
    { header: t("followUp.remark"), style: "wordWrap", value: leftToPeople },
  ];
  const range = sheet.table({
    name: "DuplicateCandidates",
    filter: false,
    rows,
    empty: t("contacts.noDuplicates"),
    columns,
  });
  if (range !== null)
    sheet.validate({
      kind: "listValues",
      range: {
        row: header + 1,
        column: 1 + columns.findIndex((column) => column.header === t("contacts.decision")),
        rows: rows.length,
        columns: 1,
      },
      values: [t("contacts.decision.same"), t("contacts.decision.different"), t("contacts.decision.ask")],
      prompt: t("contacts.decisionPrompt"),
    });
  sheet.paragraph(t("contacts.duplicateNote"), "noteWrap", WIDTH);
}

/** What each record lacks, for whoever fills it in. */
function gapBlock(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words, tierName } = context;
  const gaps = analysis.lists.completenessGaps;
  sheet.section(t("contacts.gaps"), WIDTH);
  more(sheet, gaps.length, context);
  const rows = byTier(gaps).slice(0, ROWS_LISTED);
  const fields = (ids: readonly string[]) => words.list(ids.map((id) => fieldName(id, context)));
  const columns: readonly TableColumn<Gap>[] = [
    { header: t("scores.customer"), style: "text", value: ({ customerId }) => customerId },
    { header: t("field.name"), style: "text", value: ({ name }) => name },
    { header: t("scores.tier"), style: "word", value: ({ tier }) => tierName(tier) },
    { header: t("field.owner"), style: "text", value: ({ owner }) => owner },
    {
      header: t("contacts.gapCount"),
      style: "integer",
      value: ({ missing, invalid }) => missing.length + invalid.length,
    },
    { header: t("contacts.missing"), style: "wordWrap", value: ({ missing }) => fields(missing) },
    { header: t("contacts.wrong"), style: "wordWrap", value: ({ invalid }) => fields(invalid) },
    { header: t("contacts.done"), style: "word", value: leftToPeople },
    { header: t("followUp.remark"), style: "wordWrap", value: leftToPeople },
  ];
  sheet.table({ name: "CompletenessGaps", rows, empty: t("contacts.noGaps"), columns });
}

function more(sheet: SheetBuilder, items: number, { t, words }: ReportContext): void {
  if (items > ROWS_LISTED)
    sheet.note(t("review.more", { listed: words.count(ROWS_LISTED), items: words.count(items) }));
}

const place = (tier: TierId) => (tier === "" ? TIER_IDS.length : TIER_IDS.indexOf(tier));

/** The most valuable tier first; inside a tier the order stays. */
const byTier = <Row extends { readonly tier: TierId }>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((one, other) => place(one.tier) - place(other.tier));

function fieldName(field: string, { t }: ReportContext): string {
  return t(`field.${field}` as Parameters<typeof t>[0]);
}
