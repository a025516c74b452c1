import type { Analysis } from "../../core/analysis";
import { FEWEST_DELIVERIES, RELATION_RHYTHMS, TIER_TOUCHES } from "../../core/touch";
import type { ReportContext, SheetId } from "../context";
import { leftToPeople, SheetBuilder, type Card, type KeyValue, type TableColumn } from "../kit/sheetBuilder";
import { followUpColumns, followUpValidation } from "../lists/followUp";
import { TIER_COLORS } from "../model/palette";
import type { SheetModel } from "../model/workbookModel";
import { customerColumns, LISTED } from "./customerColumns";
import { newsletterDates } from "./newsletterDates";
import { onboardingSection } from "./onboardingSection";
import { relationName } from "./relationWords";

type Relationship = Analysis["programme"]["relationship"];
type Item = Relationship["touchPlan"][number];
type Rhythm = Item["touch"]["every"];

const WIDTH = 8;
const TIERS = ["high", "medium", "basic"] as const;
const RELATIONS = ["strategic", "relational", "transactional"] as const;

/** Whom to touch next, when, how and by whom; how far the rhythm is kept; new customers on their way to a second order. */
export function touchPlanSheet(
  analysis: Analysis,
  context: ReportContext,
  isPresent: (id: SheetId) => boolean,
): SheetModel {
  const { t } = context;
  const { relationship } = analysis.programme;
  const sheet = new SheetBuilder(context, {
    id: "touchPlan",
    widths: [2, 14, 17, 12, 13, 20, 12, 13, 16, 14, 15, 13, 10, 12, 16, 12, 22],
  });
  sheet.title(t("sheet.touchPlan"));
  const items = relationship.touchPlan;
  if (items.length === 0) {
    sheet.empty(t("touchPlan.empty"), WIDTH);
    return sheet.build();
  }
  sheet.paragraph(findingOf(items, context), "finding", WIDTH);
  sheet.gap(8);
  coverageCards(sheet, relationship, context);
  workload(sheet, items, analysis, context);
  rhythms(sheet, context);
  channels(sheet, analysis, context, isPresent);
  onboardingSection(sheet, relationship.onboarding, context, WIDTH);
  newsletter(sheet, analysis, context);
  planTable(sheet, analysis, context);
  return sheet.build();
}

function findingOf(items: readonly Item[], { t, words }: ReportContext): string {
  const of = (...states: readonly Item["touch"]["state"][]) =>
    items.filter(({ touch }) => states.includes(touch.state));
  const now = of("overdue", "due");
  const held = of("onHold");
  const unowned = now.filter(({ owner }) => owner === "").length;
  return words.sentences([
    now.length === 0
      ? t("touchPlan.findingNone")
      : t("touchPlan.finding", {
          due: words.count(now.length),
          overdue: words.count(of("overdue").length),
          high: words.count(now.filter(({ row }) => row.tier === "high").length),
        }),
    unowned > 0 ? t("touchPlan.findingUnowned", { customers: words.count(unowned) }) : "",
    held.length > 0 ? t("touchPlan.findingHeld", { held: words.count(held.length) }) : "",
  ]);
}

/** How far the rhythm is kept, in all and by tier. */
function coverageCards(
  sheet: SheetBuilder,
  { coverage }: Relationship,
  { t, words, tierName }: ReportContext,
): void {
  if (coverage === null) {
    sheet.empty(t("touchPlan.noTouches"), WIDTH);
    return;
  }
  const card = (
    label: string,
    { customers, onTime, rate }: (typeof coverage.byTier)[number] | typeof coverage,
  ): Card => ({
    label,
    value: rate ?? t("touchPlan.nobody"),
    style: rate === null ? "cardText" : "cardPercent",
    note: t("touchPlan.onTimeOf", { onTime: words.count(onTime), customers: words.count(customers) }),
  });
  sheet.cards(
    [
      card(t("touchPlan.coverage"), coverage),
      ...coverage.byTier.map((tier) => card(t("touchPlan.coverageOf", { tier: tierName(tier.tier) }), tier)),
    ],
    { columns: 2, perRow: 4 },
  );
  sheet.note(t("touchPlan.coverageNote", { noConsent: words.count(coverage.noConsent) }));
}

/** Days ahead at which the work of a week ends. */
const WEEKS = [7, 14, 21, 28] as const;

/** Touches that fall due, by week and tier: how much work is ahead. */
function workload(
  sheet: SheetBuilder,
  items: readonly Item[],
  { asOf }: Analysis,
  { t, tierName }: ReportContext,
): void {
  const open = items.filter(({ touch }) => touch.state !== "onHold");
  if (open.length === 0) return;
  const slot = ({ touch: { dueOn } }: Item) =>
    dueOn <= asOf ? 0 : 1 + WEEKS.findIndex((days) => dueOn - asOf <= days);
  sheet.section(t("touchPlan.workload"), WIDTH);
  sheet.gap(6);
  sheet.chartRow(
    [
      {
        column: 1,
        columns: 7,
        spec: {
          kind: "stackedColumn",
          title: t("touchPlan.workloadChart"),
          altText: t("touchPlan.workloadChart"),
          categoryHeader: t("touchPlan.week"),
          categories: [
            t("touchPlan.nowDue"),
            ...WEEKS.map((days) => t("touchPlan.days", { from: days - 6, to: days })),
          ],
          series: TIERS.map((tier) => ({
            name: tierName(tier),
            values: [0, ...WEEKS.map((_, index) => index + 1)].map(
              (at) => open.filter((item) => item.row.tier === tier && slot(item) === at).length,
            ),
            style: "integer" as const,
            color: TIER_COLORS[tier],
          })),
          categoryAxis: { title: null, numberFormat: null },
          valueAxis: { title: null, numberFormat: "#,##0", min: 0, max: null },
          secondaryAxis: null,
          legend: "bottom",
        },
      },
    ],
    15,
  );
}

/** 每月 / 每 14 天 */
function everyInWords(every: Rhythm, { t }: Pick<ReportContext, "t">): string {
  if ("days" in every) return t("touchPlan.everyDays", { days: every.days });
  return every.months === 1
    ? t("touchPlan.everyMonth")
    : t("touchPlan.everyMonths", { months: every.months });
}

/** The plan by tier and by type of relation: how often, with what, and what value it adds. */
function rhythms(sheet: SheetBuilder, context: ReportContext): void {
  const { t, tierName } = context;
  sheet.section(t("touchPlan.rhythms"), WIDTH);
  const lines: readonly KeyValue[] = [
    ...TIERS.flatMap((tier): readonly KeyValue[] => {
      const rule = TIER_TOUCHES[tier];
      return rule === undefined
        ? []
        : [
            {
              label: tierName(tier),
              value: everyInWords(rule.every, context),
              style: "word",
              note: t("touchPlan.tierContent", {
                action: t(`touchAction.${rule.action}`),
                content: t(`touchContent.${rule.action}`),
              }),
            },
          ];
    }),
    ...RELATIONS.map((type): KeyValue => ({
      label: relationName(type, t),
      value: everyInWords(RELATION_RHYTHMS[type], context),
      style: "word",
      note: t("touchPlan.relationContent", {
        content: t(`relationContent.${type}`),
        value: t(`relationValue.${type}`),
      }),
    })),
  ];
  sheet.keyValues(lines, WIDTH - 2);
  sheet.paragraph(t("touchPlan.stricter"), "noteWrap", WIDTH);
}

/** Which way of touching is answered most and least, and where all of them stand. */
function channels(
  sheet: SheetBuilder,
  { programme }: Analysis,
  { t, words, sheetName }: ReportContext,
  isPresent: (id: SheetId) => boolean,
): void {
  const { response } = programme.market;
  const judged = (response?.channels ?? [])
    .filter(({ delivered }) => delivered >= FEWEST_DELIVERIES)
    .sort((one, other) => (other.rate ?? 0) - (one.rate ?? 0));
  const [most] = judged;
  const least = judged.at(-1);
  if (response === null || response.touches.rate === null) return;
  const named = ({ channel, rate }: (typeof judged)[number]) =>
    t("touchPlan.channelRate", { channel: channel || t("word.unknown"), rate: words.percent(rate ?? 0) });
  const said = t("touchPlan.response", {
    rate: words.percent(response.touches.rate),
    delivered: words.count(response.touches.delivered),
  });
  const range =
    most === undefined || least === undefined || judged.length < 2
      ? t("touchPlan.responseFew")
      : t("touchPlan.responseRange", { most: named(most), least: named(least) });
  if (!isPresent("market")) {
    sheet.paragraph(words.sentences([said, range]), "bodyWrap", WIDTH);
    return;
  }
  const market = sheetName("market");
  sheet.paragraphTo(
    words.sentences([said, range, t("touchPlan.responseAt", { sheet: market })]),
    { sheet: market, cell: "A1" },
    WIDTH,
  );
}

/** When the newsletter goes out, to how many, about what. */
function newsletter(sheet: SheetBuilder, { customers, asOf }: Analysis, context: ReportContext): void {
  const { t, dateCell } = context;
  const readers = customers.filter(({ consent, totalOrders }) => consent && totalOrders > 0).length;
  if (readers === 0) return;
  sheet.section(t("touchPlan.newsletter"), WIDTH);
  sheet.table({
    name: "Newsletters",
    filter: false,
    rows: newsletterDates(asOf),
    empty: t("touchPlan.nobody"),
    columns: [
      { header: t("touchPlan.sendOn"), style: "date", value: ({ sendOn }) => dateCell(sendOn) },
      { header: t("touchPlan.readers"), style: "integer", value: () => readers },
      ...followUpColumns<{ readonly sendOn: number; readonly theme: "products" | "advice" | "stories" }>(
        context,
      ),
      { header: t("touchPlan.theme"), style: "wordWrap", value: ({ theme }) => t(`newsletter.${theme}`) },
    ],
  });
  sheet.note(t("touchPlan.newsletterNote"));
}

function planTable(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words } = context;
  const items = analysis.programme.relationship.touchPlan;
  sheet.pageStart();
  sheet.section(t("touchPlan.plan"), WIDTH);
  // The list comes last: a filter hides whole rows, and with them a chart beside or below.
  if (items.length > LISTED)
    sheet.note(t("touchPlan.more", { listed: words.count(LISTED), items: words.count(items.length) }));
  sheet.paragraph(t("touchPlan.definition"), "noteWrap", WIDTH);
  const rows = items.slice(0, LISTED);
  const columns = planColumns(rows, analysis, context);
  const header = sheet.row;
  const range = sheet.table({ name: "TouchPlan", rows, columns, empty: t("touchPlan.empty") });
  if (range === null) return;
  followUpValidation(sheet, context, { row: header + 1, rows: rows.length, columns });
  sheet.printColumns(2 + columns.findIndex((column) => column.header === t("followUp.remark")));
}

function planColumns(
  rows: readonly Item[],
  { programme, customers }: Analysis,
  context: ReportContext,
): readonly TableColumn<Item>[] {
  const { t, words, dateCell } = context;
  const { relations } = programme.relationship;
  const typeOf = new Map(customers.map((row, place) => [row.key, relations[place]?.type ?? ""]));
  const known = (field: "phone", width: number): readonly TableColumn<Item>[] =>
    rows.some(({ row }) => (row.record?.[field] ?? "") !== "")
      ? [
          {
            header: t(`field.${field}`),
            style: "text",
            value: ({ row }) => row.record?.[field] ?? "",
            maxWidth: width,
          },
        ]
      : [];
  return [
    ...customerColumns(rows, ({ row }) => row, context),
    {
      header: t("touchPlan.relation"),
      style: "word",
      value: ({ row }) => relationName(typeOf.get(row.key) ?? "", t),
    },
    { header: t("touchPlan.action"), style: "word", value: ({ touch }) => t(`touchAction.${touch.action}`) },
    { header: t("touchPlan.dueOn"), style: "date", value: ({ touch }) => dateCell(touch.dueOn) },
    {
      header: t("touchPlan.state"),
      style: "statusNeutral",
      value: ({ touch }) => t(`touchState.${touch.state}`),
      styleOf: ({ touch }) => (touch.state === "overdue" ? "statusBad" : "statusNeutral"),
    },
    {
      header: t("touchPlan.holds"),
      style: "wordWrap",
      value: ({ touch }) => words.list(touch.holds.map((hold) => t(`touchHold.${hold}`))),
    },
    {
      header: t("touchPlan.channel"),
      style: "text",
      value: ({ channel, channelId }) => (channel === "" ? t(`actionChannel.${channelId}`) : channel),
    },
    ...known("phone", 16),
    {
      header: t("field.owner"),
      style: "text",
      value: ({ owner, row }) => (owner === "" ? ownerMissing(row.tier, t) : owner),
    },
    { header: t("touchPlan.standIn"), style: "word", value: leftToPeople },
    ...followUpColumns<Item>(context),
    { header: t("touchPlan.lastOn"), style: "date", value: ({ lastOn }) => dateCell(lastOn) },
    {
      header: t("touchPlan.every"),
      style: "word",
      value: ({ touch }) =>
        t(touch.by === "tier" ? "touchPlan.byTier" : "touchPlan.byRelation", {
          every: everyInWords(touch.every, context),
        }),
    },
  ];
}

/** A high-value customer needs a name; the others are the team's. */
function ownerMissing(tier: string, t: ReportContext["t"]): string {
  return tier === "high" ? t("touchPlan.ownerToName") : t("touchPlan.team");
}
