import type { Analysis } from "../../core/analysis";
import { WIN_BACK_STEPS, type ChurnReasonLine, type WinBackAttempt } from "../../core/winBack";
import type { ReportContext } from "../context";
import { leftToPeople, type SheetBuilder } from "../kit/sheetBuilder";
import type { StyleId } from "../model/styles";
import { ITEMS_LISTED, LEDGER_COLUMNS, READ_COLUMNS } from "./ledgerGrid";

const RESULT_STYLES: Readonly<Record<WinBackAttempt["result"], StyleId>> = {
  won: "statusGood",
  notWon: "statusBad",
  pending: "statusNeutral",
  undated: "statusNeutral",
};

/** Where each attempt stands, what it brought against the hold-out, who is to be left alone, and why people leave. */
export function winBackSections(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  steps(sheet, analysis, context);
  reasons(sheet, analysis, context);
  arms(sheet, analysis, context);
  heldOut(sheet, analysis, context);
  attempts(sheet, analysis, context);
}

function steps(sheet: SheetBuilder, { programme }: Analysis, { t }: ReportContext): void {
  const { winBack } = programme.plans;
  if (winBack.attempts.length === 0) return;
  sheet.section(t("ledger.steps"), READ_COLUMNS);
  sheet.gap(6);
  const holes = { missing: winBack.reasonMissing, overdue: winBack.overdue };
  const places = [1, 2, 4, 5] as const;
  const widths = [1, 2, 1, 2] as const;
  const { row } = sheet;
  WIN_BACK_STEPS.forEach((step, index) => {
    const [column, columns] = [places[index] ?? 1, widths[index] ?? 1];
    sheet.span(row, column, columns, t(`step.${step}`), "cardLabel");
    sheet.span(row + 1, column, columns, winBack.steps[step], "cardInteger");
    sheet.span(row + 2, column, columns, t(`ledger.stepNote.${step}`, holes), "cardNote");
  });
  sheet.height(row, 19);
  sheet.height(row + 1, 29);
  sheet.height(row + 2, 19);
  sheet.row = row + 3;
}

function reasons(sheet: SheetBuilder, { programme }: Analysis, { t }: ReportContext): void {
  sheet.section(t("ledger.reasons"), READ_COLUMNS);
  sheet.table<ChurnReasonLine>({
    name: "ChurnReasons",
    filter: false,
    rows: programme.plans.churnReasons,
    empty: t("ledger.reasonsEmpty"),
    columns: [
      { header: t("ledger.reason"), style: "wordBold", value: ({ code }) => t(`churnReason.${code}`) },
      { header: t("ledger.logged"), style: "integer", value: ({ logged }) => logged },
      { header: t("ledger.complained"), style: "integer", value: ({ complained }) => complained },
      { header: t("ledger.answer"), style: "wordWrap", value: ({ code }) => t(`churnAnswer.${code}`) },
      {
        header: t("ledger.wonOf"),
        style: "wordRight",
        value: ({ won, settled }) =>
          settled === 0 ? t("report.none") : `${String(won)} / ${String(settled)}`,
      },
    ],
  });
  sheet.paragraph(t("ledger.reasonsNote"), "noteWrap", READ_COLUMNS);
}

/** Both arms side by side where months can be compared, and every month with why it can or cannot. */
function arms(sheet: SheetBuilder, { programme, settings }: Analysis, context: ReportContext): void {
  const { t, words } = context;
  const { effect, campaigns } = programme.plans.winBack;
  const { winBackDays, holdOutShare } = settings.programme;
  sheet.section(t("ledger.arms"), READ_COLUMNS);
  if (effect !== null) {
    sheet.table({
      name: "WinBackArms",
      filter: false,
      rows: (["treated", "holdOut"] as const).map((arm) => ({ arm, ...effect[arm] })),
      empty: t("ledger.campaignsEmpty"),
      columns: [
        { header: t("ledger.arm"), style: "wordBold", value: ({ arm }) => t(`arm.${arm}`) },
        { header: t("ledger.armCustomers"), style: "integer", value: ({ customers }) => customers },
        { header: t("ledger.armWon"), style: "integer", value: ({ won }) => won },
        { header: t("ledger.armRate"), style: "percent", value: ({ rate }) => rate },
        { header: t("ledger.armNet"), style: "money", value: ({ netPerCustomer }) => netPerCustomer },
        {
          header: t("ledger.armCost"),
          style: "money",
          value: ({ costPerCustomer, discountPerCustomer }) =>
            costPerCustomer === null && discountPerCustomer === null
              ? null
              : (costPerCustomer ?? 0) + (discountPerCustomer ?? 0),
        },
      ],
    });
    sheet.gap(6);
  }
  sheet.table({
    name: "WinBackCampaigns",
    filter: false,
    rows: campaigns,
    empty: t("ledger.campaignsEmpty"),
    columns: [
      { header: t("ledger.month"), style: "word", value: ({ month }) => words.day(month).slice(0, 7) },
      { header: t("ledger.toWin"), style: "integer", value: ({ treated }) => treated },
      { header: t("ledger.contacted"), style: "integer", value: ({ treatedContacted }) => treatedContacted },
      { header: t("ledger.compared"), style: "wordWrap", value: ({ state }) => t(`campaign.${state}`) },
      { header: t("ledger.leftAlone"), style: "integer", value: ({ heldOut: held }) => held },
      {
        header: t("ledger.heldContacted"),
        style: "integer",
        value: ({ heldOutContacted }) => heldOutContacted,
      },
    ],
  });
  sheet.paragraph(
    t("ledger.armsNote", {
      months: settings.winBackMonths,
      share: words.percent(holdOutShare),
      days: winBackDays,
    }),
    "noteWrap",
    READ_COLUMNS,
  );
}

function heldOut(sheet: SheetBuilder, { programme, customers }: Analysis, context: ReportContext): void {
  const { t, words, dateCell, sheetName } = context;
  const held = programme.plans.winBack.heldOutNow;
  const rowOf = new Map(customers.map((row) => [row.bookIndex, row]));
  sheet.section(t("ledger.heldOut"), READ_COLUMNS);
  more(sheet, held.length, context);
  sheet.table({
    name: "HeldOut",
    filter: false,
    rows: held.slice(0, ITEMS_LISTED),
    empty: t("ledger.heldOutEmpty"),
    columns: [
      { header: t("ledger.customer"), style: "text", value: ({ customer }) => rowOf.get(customer)?.id ?? "" },
      {
        header: t("ledger.name"),
        style: "text",
        value: ({ customer }) => rowOf.get(customer)?.record?.name ?? "",
      },
      { header: t("ledger.silentSince"), style: "date", value: ({ dueOn }) => dateCell(dueOn) },
      {
        header: t("ledger.remark"),
        style: "wordGreyWrap",
        value: ({ contacted }) => (contacted ? t("ledger.actedOn") : ""),
      },
      {
        header: t("ledger.campaign"),
        style: "word",
        value: ({ campaign }) => words.day(campaign).slice(0, 7),
      },
      { header: t("ledger.until"), style: "date", value: ({ until }) => dateCell(until) },
    ],
  });
  sheet.paragraph(t("ledger.heldOutNote", { sheet: sheetName("winBack") }), "noteWrap", READ_COLUMNS);
}

/** The list comes last: a filter hides whole rows, and with them whatever stands beside. */
function attempts(sheet: SheetBuilder, { programme, customers }: Analysis, context: ReportContext): void {
  const { t, dateCell } = context;
  const { winBack } = programme.plans;
  const nameOf = new Map(customers.map((row) => [row.key, row.record?.name ?? ""]));
  sheet.section(t("ledger.attempts"), LEDGER_COLUMNS);
  more(sheet, winBack.attempts.length, context);
  if (winBack.attempts.length > 0)
    sheet.note(t("ledger.attemptsNote", { days: winBack.days, unlike: winBack.unlike }));
  sheet.table<WinBackAttempt>({
    name: "WinBackTracker",
    rows: winBack.attempts.slice(0, ITEMS_LISTED),
    empty: t("ledger.attemptsEmpty"),
    columns: [
      { header: t("ledger.customer"), style: "text", value: ({ entry }) => entry.customerId },
      { header: t("ledger.name"), style: "text", value: ({ entry }) => nameOf.get(entry.customerKey) ?? "" },
      { header: t("ledger.lostOn"), style: "date", value: ({ entry }) => dateCell(entry.lostOn) },
      {
        header: t("ledger.reasonAndAction"),
        style: "textWrap",
        value: ({ entry }) =>
          t("ledger.reasonAction", {
            reason: entry.reason === "" ? t("ledger.noReason") : entry.reason,
            action: entry.action === "" ? t("ledger.noAction") : entry.action,
          }),
      },
      { header: t("ledger.responsible"), style: "text", value: ({ entry }) => entry.owner },
      { header: t("ledger.due"), style: "date", value: ({ entry }) => dateCell(entry.dueOn) },
      { header: t("ledger.step"), style: "word", value: ({ step }) => t(`step.${step}`) },
      {
        header: t("ledger.result"),
        style: "statusNeutral",
        value: ({ result }) => t(`attempt.${result}`),
        styleOf: ({ result }) => RESULT_STYLES[result],
      },
      { header: t("ledger.backOn"), style: "date", value: ({ backOn }) => dateCell(backOn) },
      {
        header: t("ledger.net"),
        style: "money",
        value: ({ net, result }) => (result === "won" ? net : null),
      },
      {
        header: t("ledger.cost"),
        style: "money",
        value: ({ cost, discount }) =>
          cost === null && discount === null ? null : (cost ?? 0) + (discount ?? 0),
      },
      { header: t("ledger.ownSummary"), style: "wordWrap", value: leftToPeople },
      { header: t("ledger.ownNext"), style: "wordWrap", value: leftToPeople },
    ],
  });
}

function more(sheet: SheetBuilder, items: number, { t, words }: ReportContext): void {
  if (items > ITEMS_LISTED)
    sheet.note(t("ledger.more", { listed: words.count(ITEMS_LISTED), items: words.count(items) }));
}
