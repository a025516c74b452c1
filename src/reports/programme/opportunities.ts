import type { Analysis, CustomerRow } from "../../core/analysis";
import type { ReportContext } from "../context";
import { chartScale } from "../kit/chartScale";
import { SheetBuilder, type Card, type TableColumn } from "../kit/sheetBuilder";
import { followUpColumns, followUpValidation } from "../lists/followUp";
import { PALETTE } from "../model/palette";
import type { SheetModel } from "../model/workbookModel";
import { adviserSection } from "./adviserSection";
import { customerColumns, LISTED } from "./customerColumns";

type Relationship = Analysis["programme"]["relationship"];
type Potential = Relationship["potential"][number];
type Opportunity = NonNullable<Relationship["opportunities"]>[number];
type Offer = NonNullable<NonNullable<Relationship["crossSelling"]>["offers"][number]>;

const WIDTH = 9;
const SHORT_LIST = 30;
const CHARTED = 8;

/** Where more can come from: customers with potential, what to offer them, categories on the rise, stars, silent members, owners. */
export function opportunitiesSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const { relationship } = analysis.programme;
  const sheet = new SheetBuilder(context, {
    id: "opportunities",
    widths: [2, 17, 15, 14, 14, 14, 14, 14, 14, 14, 14, 20, 24],
  });
  sheet.title(t("sheet.opportunities"));
  if (analysis.customers.length === 0) {
    sheet.empty(t("opportunities.empty"), WIDTH);
    return sheet.build();
  }
  sheet.paragraph(findingOf(relationship, context), "finding", WIDTH);
  sheet.gap(8);
  sheet.cards(cardsOf(analysis, context), { columns: 2, perRow: 4 });
  categories(sheet, analysis, context);
  const offers = offersByKey(analysis);
  broadBuyers(sheet, relationship, offers, context);
  if (relationship.advisers !== null) adviserSection(sheet, relationship.advisers, context, WIDTH);
  else {
    sheet.section(t("advisers.section"), WIDTH);
    sheet.empty(t("advisers.empty"), WIDTH);
  }
  stars(sheet, relationship, context);
  silentMembers(sheet, relationship, context);
  potentialTable(sheet, relationship, offers, context);
  return sheet.build();
}

function offersByKey({ customers, programme }: Analysis): ReadonlyMap<string, Offer> {
  const offers = programme.relationship.crossSelling?.offers ?? [];
  return new Map(
    customers.flatMap(({ key }, place) => {
      const offer = offers[place] ?? null;
      return offer === null ? [] : [[key, offer] as const];
    }),
  );
}

function findingOf(relationship: Relationship, { t, words }: ReportContext): string {
  const { potential, opportunities, trends, advisers } = relationship;
  const [rising] = trends?.rising ?? [];
  const without = advisers?.highValueWithout.length ?? 0;
  return words.sentences([
    potential.length > 0
      ? t("opportunities.findingPotential", { customers: words.count(potential.length) })
      : t("opportunities.findingNoPotential"),
    (opportunities?.length ?? 0) > 0
      ? t("opportunities.findingBroad", { customers: words.count(opportunities?.length ?? 0) })
      : "",
    rising === undefined
      ? ""
      : t("opportunities.findingRising", { category: rising.category, growth: words.percent(rising.growth) }),
    without > 0 ? t("opportunities.findingUnowned", { customers: words.count(without) }) : "",
  ]);
}

function cardsOf(
  { programme: { relationship }, customers }: Analysis,
  { t, words }: ReportContext,
): readonly Card[] {
  const { potential, opportunities, stars: found, deadMembers } = relationship;
  return [
    {
      label: t("opportunities.potential"),
      value: potential.length,
      style: "cardInteger",
      note: t("opportunities.ofCustomers", { customers: words.count(customers.length) }),
    },
    opportunities === null
      ? {
          label: t("opportunities.broad"),
          value: "–",
          style: "cardText",
          note: t("opportunities.broadMissing"),
        }
      : {
          label: t("opportunities.broad"),
          value: opportunities.length,
          style: "cardInteger",
          note: t("opportunities.broadNote"),
        },
    {
      label: t("opportunities.stars"),
      value: found.length,
      style: "cardInteger",
      note: t("opportunities.starsNote"),
    },
    deadMembers === null || deadMembers.share === null
      ? {
          label: t("opportunities.dead"),
          value: "–",
          style: "cardText",
          note: t("opportunities.deadMissing"),
        }
      : {
          label: t("opportunities.dead"),
          value: deadMembers.share,
          style: "cardPercent",
          note: t("opportunities.deadOf", {
            dead: words.count(deadMembers.dead.length),
            members: words.count(deadMembers.members - deadMembers.tooNew),
          }),
        },
  ];
}

/** Sales of the last 90 days against the 90 before, and what to stress in which phase. */
function categories(sheet: SheetBuilder, { programme, settings }: Analysis, context: ReportContext): void {
  const { t, words } = context;
  const { trends } = programme.relationship;
  sheet.section(t("opportunities.categories"), WIDTH);
  if (trends === null || trends.categories.length === 0) {
    sheet.empty(t("opportunities.categoriesMissing"), WIDTH);
    return;
  }
  const shown = trends.categories.slice(0, CHARTED);
  const scale = chartScale(
    shown.flatMap(({ net, before }) => [net, before]),
    context,
  );
  const title = t("opportunities.categoriesChart", { days: trends.days, unit: scale.unit });
  sheet.gap(6);
  sheet.chartRow([
    {
      column: 1,
      columns: 8,
      spec: {
        kind: "column",
        title,
        altText: title,
        categoryHeader: t("opportunities.category"),
        categories: shown.map(({ category }) => category),
        series: [
          {
            name: t("opportunities.before", { days: trends.days }),
            values: shown.map(({ before }) => before / scale.divisor),
            style: scale.style,
            color: PALETTE.greyLine,
          },
          {
            name: t("opportunities.now", { days: trends.days }),
            values: shown.map(({ net }) => net / scale.divisor),
            style: scale.style,
            color: PALETTE.accent,
          },
        ],
        categoryAxis: { title: null, numberFormat: null },
        valueAxis: { title: null, numberFormat: scale.numberFormat, min: 0, max: null },
        secondaryAxis: null,
        legend: "bottom",
      },
    },
  ]);
  sheet.table({
    name: "CategoryTrends",
    filter: false,
    rows: trends.categories.slice(0, SHORT_LIST),
    empty: t("opportunities.categoriesMissing"),
    columns: [
      { header: t("opportunities.category"), style: "text", value: ({ category }) => category },
      { header: t("opportunities.now", { days: trends.days }), style: "money", value: ({ net }) => net },
      {
        header: t("opportunities.before", { days: trends.days }),
        style: "money",
        value: ({ before }) => before,
      },
      { header: t("opportunities.growth"), style: "percent", value: ({ growth }) => growth },
      { header: t("opportunities.buyers"), style: "integer", value: ({ buyers }) => buyers },
      { header: t("opportunities.phase"), style: "word", value: ({ phase }) => t(`phase.${phase}`) },
    ],
  });
  sheet.note(
    t("opportunities.phaseNote", {
      days: trends.days,
      newDays: settings.programme.newProductDays,
      change: words.percent(settings.programme.trendGrowth),
    }),
  );
  for (const phase of ["early", "middle", "late"] as const) sheet.note(t(`phaseText.${phase}`));
}

function offerColumns<Row>(
  offerOf: (row: Row) => Offer | undefined,
  { t }: ReportContext,
): readonly TableColumn<Row>[] {
  return [
    { header: t("opportunities.offer"), style: "text", value: (row) => offerOf(row)?.name ?? "" },
    {
      header: t("opportunities.because"),
      style: "text",
      value: (row) => offerOf(row)?.because ?? "",
    },
    {
      header: t("opportunities.confidence"),
      style: "percent",
      value: (row) => offerOf(row)?.rule?.confidence ?? null,
    },
    { header: t("opportunities.lift"), style: "decimal2", value: (row) => offerOf(row)?.rule?.lift ?? null },
  ];
}

/** Worth much, and buying little of the range. */
function broadBuyers(
  sheet: SheetBuilder,
  { opportunities }: Relationship,
  offers: ReadonlyMap<string, Offer>,
  context: ReportContext,
): void {
  const { t, words } = context;
  sheet.section(t("opportunities.broadSection"), WIDTH);
  if (opportunities === null) {
    sheet.empty(t("opportunities.broadMissing"), WIDTH);
    return;
  }
  const listed = opportunities.slice(0, SHORT_LIST);
  if (opportunities.length > SHORT_LIST)
    sheet.note(
      t("opportunities.more", { listed: words.count(SHORT_LIST), items: words.count(opportunities.length) }),
    );
  sheet.table<Opportunity>({
    name: "Opportunities",
    filter: false,
    rows: listed,
    empty: t("opportunities.broadNone"),
    columns: [
      ...customerColumns(listed, ({ row }) => row, context),
      { header: t("opportunities.clv"), style: "money", value: ({ clv }) => clv },
      { header: t("opportunities.bought"), style: "integer", value: ({ categories: bought }) => bought },
      ...offerColumns<Opportunity>(({ row }) => offers.get(row.key), context),
    ],
  });
  sheet.paragraph(t("opportunities.offerNote"), "noteWrap", WIDTH);
}

/** Customers to be held up as examples, and whom to invite together. */
function stars(sheet: SheetBuilder, relationship: Relationship, context: ReportContext): void {
  const { t, dateCell } = context;
  const line: readonly TableColumn<CustomerRow>[] = [
    { header: t("scores.net"), style: "money", value: ({ netSpend }) => netSpend },
    { header: t("scores.totalOrders"), style: "integer", value: ({ totalOrders }) => totalOrders },
    { header: t("scores.firstDay"), style: "date", value: ({ firstDay }) => dateCell(firstDay) },
    { header: t("field.owner"), style: "text", value: ({ record }) => record?.owner ?? "" },
  ];
  sheet.section(t("opportunities.starsSection"), WIDTH);
  sheet.table<CustomerRow>({
    name: "StarCustomers",
    filter: false,
    rows: relationship.stars,
    empty: t("opportunities.starsNone"),
    columns: [...customerColumns(relationship.stars, (row) => row, context), ...line],
  });
  sheet.paragraph(t("opportunities.starsDefinition"), "noteWrap", WIDTH);
  const { newcomers, regulars } = relationship.invites;
  const guests = [...newcomers, ...regulars];
  sheet.section(t("opportunities.invites"), WIDTH);
  sheet.table<CustomerRow>({
    name: "SalonGuests",
    filter: false,
    rows: guests,
    empty: t("opportunities.invitesNone"),
    columns: [
      ...customerColumns(guests, (row) => row, context),
      ...line,
      {
        header: t("opportunities.guest"),
        style: "word",
        value: (_, index) => t(index < newcomers.length ? "opportunities.newcomer" : "opportunities.regular"),
      },
    ],
  });
  sheet.note(t("opportunities.invitesNote"));
}

function silentMembers(sheet: SheetBuilder, { deadMembers }: Relationship, context: ReportContext): void {
  const { t, words, dateCell } = context;
  sheet.section(t("opportunities.deadSection"), WIDTH);
  if (deadMembers === null) {
    sheet.empty(t("opportunities.deadMissing"), WIDTH);
    return;
  }
  const { dead, days, tooNew, neverBought } = deadMembers;
  const listed = dead.slice(0, SHORT_LIST);
  sheet.note(
    t("opportunities.deadNote", { days, tooNew: words.count(tooNew), neverBought: words.count(neverBought) }),
  );
  if (dead.length > SHORT_LIST)
    sheet.note(t("opportunities.more", { listed: words.count(SHORT_LIST), items: words.count(dead.length) }));
  sheet.table({
    name: "SilentMembers",
    filter: false,
    rows: listed,
    empty: t("opportunities.deadNone"),
    columns: [
      ...customerColumns(listed, ({ row }) => row, context),
      { header: t("field.memberId"), style: "text", value: ({ row }) => row.record?.memberId ?? "" },
      { header: t("opportunities.lastSign"), style: "date", value: ({ lastSign }) => dateCell(lastSign) },
      { header: t("scores.totalNet"), style: "money", value: ({ row }) => row.totalNet },
    ],
  });
}

function potentialTable(
  sheet: SheetBuilder,
  { potential }: Relationship,
  offers: ReadonlyMap<string, Offer>,
  context: ReportContext,
): void {
  const { t, words } = context;
  sheet.section(t("opportunities.potentialSection"), WIDTH);
  sheet.note(t("opportunities.potentialNote"));
  if (potential.length > LISTED)
    sheet.note(
      t("opportunities.more", { listed: words.count(LISTED), items: words.count(potential.length) }),
    );
  const rows = potential.slice(0, LISTED);
  const columns: readonly TableColumn<Potential>[] = [
    ...customerColumns(rows, ({ row }) => row, context),
    { header: t("opportunities.clv"), style: "money", value: ({ clv }) => clv },
    ...offerColumns<Potential>(({ row }) => offers.get(row.key), context),
    { header: t("field.owner"), style: "text", value: ({ row }) => row.record?.owner ?? "" },
    ...followUpColumns<Potential>(context),
    {
      header: t("opportunities.reasons"),
      style: "word",
      value: ({ reasons }) => words.list(reasons.map((reason) => t(`potentialReason.${reason}`))),
    },
  ];
  const header = sheet.row;
  // The list comes last: a filter hides whole rows, and with them a chart beside or below.
  const range = sheet.table<Potential>({
    name: "PotentialCustomers",
    rows,
    columns,
    empty: t("opportunities.potentialNone"),
  });
  if (range !== null) followUpValidation(sheet, context, { row: header + 1, rows: rows.length, columns });
}
