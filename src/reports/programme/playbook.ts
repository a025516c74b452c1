import type { Analysis } from "../../core/analysis";
import { isCompany, OFFERS, offerCost } from "../../core/programme";
import type { TierId } from "../../core/tiers";
import type { ReportContext } from "../context";
import { cellAddress } from "../kit/address";
import { leftToPeople, SheetBuilder } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { BENEFITS, CHECKS, PHRASES, PRODUCT_PHASES, ROLES } from "./playbookLines";

/** Seven columns that every table of the sheet stands on. */
const WIDTHS = [2, 24, 18, 46, 46, 14, 13, 13] as const;
const COLUMNS = 7;

/** Tier rules, benefits and offers, checklists, wording, roles: to be printed and filled in. */
export function playbookSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, { id: "playbook", widths: WIDTHS });
  sheet.title(t("sheet.playbook"));
  sheet.paragraph(t("book.finding"), "finding", COLUMNS);
  tiers(sheet, analysis, context);
  benefits(sheet, analysis, context);
  offers(sheet, analysis, context);
  sheet.pageStart();
  checklist(sheet, analysis, context);
  sheet.pageStart();
  phrases(sheet, context);
  roles(sheet, context);
  phases(sheet, context);
  return sheet.build();
}

const TIERS = ["high", "medium", "basic", "outsideWindow", "noOrder"] as const;

const countOf = (analysis: Analysis, tier: TierId): number =>
  analysis.customers.reduce((count, row) => count + (row.tier === tier ? 1 : 0), 0);

function tiers(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words, tierName } = context;
  const { topShare, bottomShare, windowDays, bins, service } = analysis.settings;
  const shares = { high: topShare, medium: 1 - topShare - bottomShare, basic: bottomShare };
  sheet.section(t("book.tiers"), COLUMNS);
  sheet.table<(typeof TIERS)[number]>({
    name: "TierRules",
    filter: false,
    rows: TIERS,
    empty: t("report.none"),
    columns: [
      { header: t("book.tier"), style: "wordBold", value: tierName },
      { header: t("book.customers"), style: "integer", value: (tier) => countOf(analysis, tier) },
      {
        header: t("book.rule"),
        style: "wordWrap",
        value: (tier) =>
          tier === "outsideWindow" || tier === "noOrder"
            ? t(`tierRule.${tier}`)
            : t(`tierRule.${tier}`, { share: words.percent(shares[tier]) }),
      },
      { header: t("book.care"), style: "wordWrap", value: (tier) => t(`tierCare.${tier}`) },
      {
        header: t("book.limit"),
        style: "wordRight",
        value: (tier) =>
          t("book.hours", { hours: tier === "high" ? service.highValueHours : service.enquiryHours }),
      },
    ],
  });
  sheet.paragraph(t("book.tiersNote", { days: windowDays, bins }), "noteWrap", COLUMNS);
}

const OWN_COST = 5;

function benefits(sheet: SheetBuilder, analysis: Analysis, { t, tierName }: ReportContext): void {
  sheet.section(t("book.benefits"), COLUMNS);
  sheet.table<(typeof BENEFITS)[number]>({
    name: "Benefits",
    filter: false,
    rows: BENEFITS,
    empty: t("report.none"),
    columns: [
      { header: t("book.benefit"), style: "wordBold", value: ({ id }) => t(`benefit.${id}`) },
      {
        header: t("book.forWhom"),
        style: "wordWrap",
        value: ({ tier, side }) => t("book.tierSide", { tier: tierName(tier), side: t(`side.${side}`) }),
      },
      { header: t("book.what"), style: "wordWrap", value: ({ id }) => t(`benefit.${id}.what`) },
      { header: t("book.when"), style: "wordWrap", value: ({ id }) => t(`benefit.${id}.when`) },
      { header: t("book.ownCost"), style: "money", value: leftToPeople },
      {
        header: t("book.total"),
        style: "money",
        value: () => "",
        formula: ({ tier, side }, row) => {
          const cost = cellAddress(row, OWN_COST);
          return `IF(ISNUMBER(${cost}),${cost}*${String(membersOf(analysis, tier, side))},"")`;
        },
      },
    ],
  });
  sheet.paragraph(t("book.benefitsNote"), "noteWrap", COLUMNS);
}

/** Customers a benefit is for; who says nothing of the side counts as a consumer. */
function membersOf(analysis: Analysis, tier: TierId, side: (typeof BENEFITS)[number]["side"]): number {
  return analysis.customers.filter((row) => {
    if (row.tier !== tier) return false;
    return side === "both" || isCompany(row) === (side === "business");
  }).length;
}

function offers(sheet: SheetBuilder, { totals, settings }: Analysis, { t, words }: ReportContext): void {
  sheet.section(t("book.offers"), COLUMNS);
  const months = { months: settings.winBackMonths };
  sheet.table<(typeof OFFERS)[number]>({
    name: "Offers",
    filter: false,
    rows: OFFERS,
    empty: t("report.none"),
    columns: [
      { header: t("book.offer"), style: "wordBold", value: ({ id }) => t(`offer.${id}`) },
      {
        header: t("book.sideStage"),
        style: "wordWrap",
        value: ({ side, stage }) =>
          t("book.stageOf", { side: t(`side.${side}`), stage: t(`offerStage.${stage}`) }),
      },
      { header: t("book.content"), style: "wordWrap", value: ({ id }) => t(`offer.${id}.what`) },
      { header: t("book.condition"), style: "wordWrap", value: ({ id }) => t(`offer.${id}.when`, months) },
      {
        header: t("book.costOfUse"),
        style: "money",
        value: (offer) => offerCost(offer, totals.netPerOrder),
      },
      { header: t("book.ownLimit"), style: "money", value: leftToPeople },
    ],
  });
  sheet.paragraph(
    totals.netPerOrder === null
      ? t("book.offersNoteNoOrder")
      : t("book.offersNote", { order: words.money(totals.netPerOrder) }),
    "noteWrap",
    COLUMNS,
  );
}

const OWN_IN_PLACE = 5;

function checklist(sheet: SheetBuilder, { settings }: Analysis, { t }: ReportContext): void {
  const { service } = settings;
  const limits = {
    enquiry: service.enquiryHours,
    complaint: service.complaintHours,
    high: service.highValueHours,
    followUp: service.followUpDays,
    major: settings.programme.majorHours,
  };
  sheet.section(t("book.checklist"), COLUMNS);
  sheet.paragraph(t("book.checklistNote"), "noteWrap", COLUMNS);
  const first = sheet.row + 1;
  sheet.table<(typeof CHECKS)[number]>({
    name: "ServiceChecklist",
    filter: false,
    rows: CHECKS,
    empty: t("report.none"),
    columns: [
      { header: t("book.item"), style: "wordBold", value: ({ id }) => t(`check.${id}`) },
      { header: t("book.group"), style: "word", value: ({ group }) => t(`checkGroup.${group}`) },
      { header: t("book.standard"), style: "wordWrap", value: ({ id }) => t(`check.${id}.standard`, limits) },
      { header: t("book.ownRemark"), style: "wordWrap", value: leftToPeople },
      { header: t("book.ownInPlace"), style: "word", value: leftToPeople },
      { header: t("book.ownOwner"), style: "word", value: leftToPeople },
      { header: t("book.ownDue"), style: "date", value: leftToPeople },
    ],
  });
  sheet.validate({
    kind: "listValues",
    range: { row: first, column: OWN_IN_PLACE, rows: CHECKS.length, columns: 1 },
    values: [t("book.inPlace.yes"), t("book.inPlace.partly"), t("book.inPlace.no")],
    prompt: t("book.inPlacePrompt"),
  });
}

function phrases(sheet: SheetBuilder, { t }: ReportContext): void {
  sheet.section(t("book.phrases"), COLUMNS);
  sheet.table<(typeof PHRASES)[number]>({
    name: "Phrases",
    filter: false,
    rows: PHRASES,
    empty: t("report.none"),
    columns: [
      { header: t("book.insteadOf"), style: "wordGreyWrap", value: (id) => t(`wording.${id}`) },
      { header: t("book.occasion"), style: "wordWrap", value: (id) => t(`wording.${id}.when`) },
      { header: t("book.say"), style: "wordWrap", value: (id) => t(`wording.${id}.say`) },
      { header: t("book.why"), style: "wordWrap", value: (id) => t(`wording.${id}.why`) },
    ],
  });
}

function roles(sheet: SheetBuilder, { t }: ReportContext): void {
  sheet.section(t("book.roles"), COLUMNS);
  sheet.table<(typeof ROLES)[number]>({
    name: "ComplaintRoles",
    filter: false,
    rows: ROLES,
    empty: t("report.none"),
    columns: [
      { header: t("book.duty"), style: "wordBold", value: (id) => t(`role.${id}`) },
      { header: t("book.letter"), style: "word", value: (id) => "ABCDEFG"[ROLES.indexOf(id)] ?? "" },
      { header: t("book.dutyContent"), style: "wordWrap", value: (id) => t(`role.${id}.content`) },
      { header: t("book.measure"), style: "wordWrap", value: (id) => t(`role.${id}.measure`) },
      { header: t("book.ownOwner"), style: "word", value: leftToPeople },
      { header: t("book.ownDeputy"), style: "word", value: leftToPeople },
    ],
  });
  sheet.note(t("book.rolesNote"));
}

function phases(sheet: SheetBuilder, { t }: ReportContext): void {
  sheet.section(t("book.phases"), COLUMNS);
  sheet.table<(typeof PRODUCT_PHASES)[number]>({
    name: "ProductPhases",
    filter: false,
    rows: PRODUCT_PHASES,
    empty: t("report.none"),
    columns: [
      { header: t("book.phase"), style: "wordBold", value: (id) => t(`productPhase.${id}`) },
      { header: t("book.aim"), style: "wordWrap", value: (id) => t(`productPhase.${id}.aim`) },
      { header: t("book.do"), style: "wordWrap", value: (id) => t(`productPhase.${id}.do`) },
      { header: t("book.avoid"), style: "wordWrap", value: (id) => t(`productPhase.${id}.avoid`) },
    ],
  });
  sheet.paragraph(t("book.phasesNote"), "noteWrap", COLUMNS);
}
