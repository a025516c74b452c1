import type { Analysis } from "../../core/analysis";
import { STAGE_IDS } from "../../core/lifecycle";
import type { ReportContext } from "../context";
import { SheetBuilder, type Card } from "../kit/sheetBuilder";
import { PALETTE } from "../model/palette";
import type { SheetModel } from "../model/workbookModel";
import { relationName } from "./relationWords";
import { relationTable } from "./relationTable";

type Relationship = Analysis["programme"]["relationship"];
type KnownStage = (typeof STAGE_IDS)[number];

const WIDTH = 9;
/** From first contact to loyalty; lapsed stands outside. */
const ON_THE_WAY: readonly KnownStage[] = ["awareness", "affinity", "purchase", "support", "loyal", "lapsed"];
const RELATIONS = ["strategic", "relational", "transactional"] as const;
/** Upper ends of the classes of the loyalty index. */
const CLASSES = [20, 40, 60, 80, 100] as const;

/** Where every customer stands: stages and their moves, types of relation, loyalty, ties, and each customer's line. */
export function relationshipsSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const { relationship } = analysis.programme;
  const sheet = new SheetBuilder(context, {
    id: "relationships",
    widths: [2, 16, 16, 14, 13, 13, 14, 11, 11, 12, 42, 15, 15, 40, 10, 10, 10, 10, 10, 10, 32, 10, 22, 16],
  });
  sheet.title(t("sheet.relationships"));
  if (analysis.customers.length === 0) {
    sheet.empty(t("relationships.empty"), WIDTH);
    return sheet.build();
  }
  sheet.paragraph(findingOf(analysis, context), "finding", WIDTH);
  sheet.gap(8);
  sheet.cards(cardsOf(analysis, context), { columns: 2, perRow: 4 });
  sheet.section(t("relationships.stages"), WIDTH);
  sheet.gap(6);
  stageCharts(sheet, analysis, context);
  stageMoves(sheet, relationship, context);
  relationTypes(sheet, analysis, context);
  sheet.pageStart();
  loyaltyTests(sheet, relationship, analysis, context);
  ties(sheet, relationship, context);
  sheet.pageStart();
  sheet.section(t("relationships.customers"), WIDTH);
  relationTable(sheet, analysis, context);
  return sheet.build();
}

const countOf = <T>(values: readonly T[], wanted: T): number =>
  values.filter((value) => value === wanted).length;

function stageCounts({ stages }: Relationship): (stage: KnownStage) => number {
  const ids = stages.map(({ stage }) => stage);
  return (stage) => countOf<string>(ids, stage);
}

function findingOf(
  { programme: { relationship }, customers }: Analysis,
  { t, words }: ReportContext,
): string {
  const count = stageCounts(relationship);
  const share = (part: number) => words.percent(part / customers.length);
  const { moves } = relationship;
  const lapsedAt = STAGE_IDS.indexOf("lapsed");
  const lost = moves?.flow.moves.reduce(
    (sum, row, from) => sum + (from === lapsedAt ? 0 : (row[lapsedAt] ?? 0)),
    0,
  );
  const regained = moves?.flow.moves[lapsedAt]?.reduce(
    (sum, people, to) => sum + (to === lapsedAt ? 0 : people),
    0,
  );
  return words.sentences([
    t("relationships.finding", {
      loyal: words.count(count("loyal")),
      loyalShare: share(count("loyal")),
      lapsed: words.count(count("lapsed")),
      lapsedShare: share(count("lapsed")),
    }),
    moves === null
      ? ""
      : t("relationships.findingMoves", {
          since: words.day(moves.from),
          lost: words.count(lost ?? 0),
          regained: words.count(regained ?? 0),
          arrived: words.count(moves.flow.arrived),
        }),
  ]);
}

function cardsOf(
  { programme: { relationship }, customers, settings }: Analysis,
  { t, words }: ReportContext,
): readonly Card[] {
  const { relations, loyalty, tests, stages } = relationship;
  const types = relations.map(({ type }) => type);
  const known = loyalty.flatMap(({ index }) => (index === null ? [] : [index]));
  const coverage = loyalty.reduce((sum, one) => sum + (one.index === null ? 0 : one.coverage), 0);
  const passed = tests.filter(({ loyal }) => loyal).length;
  const served = stages.filter(({ inService }) => inService).length;
  return [
    {
      label: t("relationships.strategicAndRelational"),
      value: countOf<string>(types, "strategic") + countOf<string>(types, "relational"),
      style: "cardInteger",
      note: t("relationships.strategicOf", { strategic: words.count(countOf<string>(types, "strategic")) }),
    },
    {
      label: t("relationships.loyaltyIndex"),
      value: known.length === 0 ? "–" : known.reduce((sum, index) => sum + index, 0) / known.length,
      style: known.length === 0 ? "cardText" : "cardDecimal1",
      note:
        known.length === 0
          ? t("relationships.loyaltyNone")
          : t("relationships.loyaltyCoverage", { coverage: words.percent(coverage / known.length) }),
    },
    {
      label: t("relationships.loyalByTests"),
      value: passed,
      style: "cardInteger",
      note: t("relationships.ofCustomers", { customers: words.count(customers.length) }),
    },
    {
      label: t("relationships.inService"),
      value: served,
      style: "cardInteger",
      note: t("relationships.inServiceNote", { days: settings.programme.ticketDays }),
    },
  ];
}

/** How many stand at each stage, today and then; and how loyal they are. */
function stageCharts(
  sheet: SheetBuilder,
  { programme: { relationship } }: Analysis,
  context: ReportContext,
): void {
  const { t, words } = context;
  const { moves, loyalty } = relationship;
  const count = stageCounts(relationship);
  const before = (stage: KnownStage) => moves?.flow.stages.find((one) => one.stage === stage)?.before ?? 0;
  const known = loyalty.flatMap(({ index }) => (index === null ? [] : [index]));
  const title = t("relationships.stagesChart");
  const loyaltyTitle = t("relationships.loyaltyChart", { customers: words.count(known.length) });
  const axes = {
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: "#,##0", min: 0, max: null },
    secondaryAxis: null,
  } as const;
  sheet.chartRow([
    {
      column: 1,
      columns: 5,
      spec: {
        ...axes,
        kind: "column",
        title,
        altText: title,
        categoryHeader: t("relationships.stage"),
        categories: ON_THE_WAY.map((stage) => t(`stage.${stage}`)),
        series: [
          ...(moves === null
            ? []
            : [
                {
                  name: words.day(moves.from),
                  values: ON_THE_WAY.map(before),
                  style: "integer" as const,
                  color: PALETTE.greyLine,
                },
              ]),
          {
            name: t("relationships.today"),
            values: ON_THE_WAY.map(count),
            style: "integer",
            color: PALETTE.accent,
            labels: true,
          },
        ],
        legend: moves === null ? "none" : "bottom",
      },
    },
    {
      column: 6,
      columns: 4,
      spec: {
        ...axes,
        kind: "column",
        title: loyaltyTitle,
        altText: loyaltyTitle,
        categoryHeader: t("relationships.loyaltyIndex"),
        categories: CLASSES.map((to) => t("relationships.class", { from: to - 20, to })),
        series: [
          {
            name: t("relationships.customersCount"),
            values: CLASSES.map(
              (to) =>
                known.filter((index) => (index > to - 20 || (to === 20 && index === 0)) && index <= to)
                  .length,
            ),
            style: "integer",
            color: PALETTE.accent,
            labels: true,
          },
        ],
        legend: "none",
      },
    },
  ]);
}

/** Who went where since the earlier day: rows then, columns now. */
function stageMoves(sheet: SheetBuilder, { moves }: Relationship, { t, words }: ReportContext): void {
  if (moves === null) {
    sheet.empty(t("relationships.noMoves"), WIDTH);
    return;
  }
  const { flow, from } = moves;
  const at = (stage: KnownStage) => STAGE_IDS.indexOf(stage);
  sheet.section(t("relationships.moves", { since: words.day(from) }), WIDTH);
  const head = sheet.row;
  sheet.set(head, 1, t("relationships.thenNow"), "heatLabel");
  ON_THE_WAY.forEach((stage, column) => sheet.set(head, 2 + column, t(`stage.${stage}`), "heatHead"));
  sheet.set(head, 2 + ON_THE_WAY.length, t("relationships.onward"), "heatHead");
  ON_THE_WAY.forEach((stage, line) => {
    const row = head + 1 + line;
    sheet.set(row, 1, t(`stage.${stage}`), "heatLabel");
    ON_THE_WAY.forEach((to, column) =>
      sheet.set(row, 2 + column, flow.moves[at(stage)]?.[at(to)] ?? 0, "heatInteger"),
    );
    const onward = flow.stages.find((one) => one.stage === stage)?.onward ?? null;
    sheet.set(row, 2 + ON_THE_WAY.length, stage === "loyal" ? "–" : (onward ?? "–"), "heatPercent");
  });
  sheet.format({
    kind: "colorScale",
    range: { row: head + 1, column: 2, rows: ON_THE_WAY.length, columns: ON_THE_WAY.length },
    from: PALETTE.heatFrom,
    to: PALETTE.heatTo,
  });
  sheet.row = head + 1 + ON_THE_WAY.length;
  sheet.note(t("relationships.movesNote"));
}

function relationTypes(
  sheet: SheetBuilder,
  { programme: { relationship }, customers }: Analysis,
  { t }: ReportContext,
): void {
  const { relations } = relationship;
  sheet.section(t("relationships.types"), WIDTH);
  const net = customers.reduce((sum, { netSpend }) => sum + netSpend, 0);
  sheet.table({
    name: "RelationTypes",
    filter: false,
    rows: RELATIONS.map((type) => {
      const places = relations.flatMap((relation, place) => (relation.type === type ? [place] : []));
      return {
        type,
        customers: places.length,
        byHand: places.filter((place) => relations[place]?.reasons[0]?.code === "override").length,
        net: places.reduce((sum, place) => sum + (customers[place]?.netSpend ?? 0), 0),
      };
    }),
    empty: "–",
    columns: [
      { header: t("relationships.type"), style: "word", value: ({ type }) => relationName(type, t) },
      { header: t("relationships.customersCount"), style: "integer", value: ({ customers: count }) => count },
      {
        header: t("relationships.share"),
        style: "percent",
        value: ({ customers: count }) => (customers.length > 0 ? count / customers.length : null),
      },
      { header: t("scores.net"), style: "money", value: ({ net: spend }) => spend },
      {
        header: t("relationships.netShare"),
        style: "percent",
        value: ({ net: spend }) => (net > 0 ? spend / net : null),
      },
      { header: t("relationships.byHand"), style: "integer", value: ({ byHand }) => byHand },
    ],
  });
  sheet.note(t("relationships.typesNote"));
}

/** The brief's three tests; what nobody was asked is untested. */
function loyaltyTests(
  sheet: SheetBuilder,
  { tests }: Relationship,
  { settings: { programme } }: Analysis,
  { t, words }: ReportContext,
): void {
  sheet.section(t("relationships.tests"), WIDTH);
  sheet.table({
    name: "LoyalTests",
    filter: false,
    rows: (["repeat", "recommend", "rival"] as const).map((test) => ({
      test,
      outcomes: tests.map((one) => one[test]),
    })),
    empty: "–",
    columns: [
      { header: t("relationships.test"), style: "wordWrap", value: ({ test }) => t(`loyalTest.${test}`) },
      ...(["passed", "failed", "untested"] as const).map((outcome) => ({
        header: t(`testOutcome.${outcome}`),
        style: "integer" as const,
        value: ({ outcomes }: { readonly outcomes: readonly string[] }) => countOf(outcomes, outcome),
      })),
    ],
  });
  const by = (source: "question" | "wallet") => tests.filter(({ rivalBy }) => rivalBy === source).length;
  const told = { question: by("question"), wallet: by("wallet") };
  sheet.paragraph(
    words.sentences([
      t("relationships.testsNote"),
      told.question + told.wallet === 0
        ? t("relationships.rivalsUntested")
        : t("relationships.rivalsBy", {
            question: words.count(told.question),
            refusal: words.percent(programme.rivalShare),
            wallet: words.count(told.wallet),
            share: words.percent(programme.walletShare),
          }),
    ]),
    "noteWrap",
    WIDTH,
  );
}

/** What holds customers, and the step of the ladder they stand on. */
function ties(sheet: SheetBuilder, { switching, ladder }: Relationship, { t }: ReportContext): void {
  sheet.section(t("relationships.ties"), WIDTH);
  sheet.table({
    name: "CustomerTies",
    filter: false,
    rows: [0, 1, 2, 3] as const,
    empty: "–",
    columns: [
      { header: t("relationships.level"), style: "integer", value: (level) => level },
      {
        header: t("relationships.ladderCount"),
        style: "integer",
        value: (level) => ladder.filter((place) => place.level === level).length,
      },
      {
        header: t("relationships.switchingCount"),
        style: "integer",
        value: (level) => switching.filter(({ score }) => score === level).length,
      },
    ],
  });
  sheet.note(t("relationships.ladderNote"));
  sheet.note(t("relationships.switchingNote"));
}
