import type { Analysis } from "../../core/analysis";
import { TRAINING_MODULES } from "../../core/training";
import type { ReportContext } from "../context";
import { cellAddress } from "../kit/address";
import { leftToPeople, type SheetBuilder } from "../kit/sheetBuilder";
import { PLAN_COLUMNS } from "./planGrid";

interface Resource {
  readonly id:
    | "advisers"
    | "serviceStaff"
    | "lessons"
    | "gifts"
    | "handbooks"
    | "acquisition"
    | "touches"
    | "salons"
    | "benefits";
  readonly kind: "people" | "goods" | "money";
  /** From the data or the plan; null: neither says. */
  readonly suggested: number | null;
}

const OWN_PLANNED = 4;
const OWN_ACTUAL = 5;

/** People, goods and money: what the data suggests, and what is planned and spent, for people to fill in. */
export function resources(sheet: SheetBuilder, analysis: Analysis, { t }: ReportContext): void {
  sheet.section(t("plan.resources"), PLAN_COLUMNS);
  sheet.table<Resource>({
    name: "PlanResources",
    filter: false,
    rows: suggestions(analysis),
    empty: t("plan.roadmapEmpty"),
    columns: [
      { header: t("plan.resource"), style: "wordBold", value: ({ id }) => t(`resource.${id}`) },
      { header: t("plan.kind"), style: "word", value: ({ kind }) => t(`resourceKind.${kind}`) },
      {
        header: t("plan.suggested"),
        style: "integer",
        value: ({ suggested }) => suggested,
        styleOf: ({ kind }) => (kind === "money" ? "money" : "integer"),
      },
      { header: t("plan.ownPlannedAmount"), style: "integer", value: leftToPeople },
      { header: t("plan.ownActual"), style: "integer", value: leftToPeople },
      {
        header: t("plan.difference"),
        style: "integer",
        value: () => "",
        formula: (_, row) => {
          const [planned, actual] = [cellAddress(row, OWN_PLANNED), cellAddress(row, OWN_ACTUAL)];
          return `IF(COUNT(${planned},${actual})=2,${actual}-${planned},"")`;
        },
      },
      { header: t("plan.ownOwner"), style: "word", value: leftToPeople },
      { header: t("plan.ownRemark"), style: "wordWrap", value: leftToPeople },
    ],
  });
  sheet.paragraph(t("plan.resourcesNote"), "noteWrap", PLAN_COLUMNS);
}

function suggestions({ programme: { plans }, settings, channels, lists }: Analysis): readonly Resource[] {
  const advisers = Math.ceil(plans.core.customers / settings.programme.adviserCap);
  const spends = (channels?.channels ?? []).flatMap(({ spend }) => (spend === null ? [] : [spend]));
  const due = lists.winBack.filter(({ state }) => state === "due").length;
  return [
    { id: "advisers", kind: "people", suggested: advisers > 0 ? advisers : null },
    { id: "serviceStaff", kind: "people", suggested: null },
    {
      id: "lessons",
      kind: "people",
      suggested: TRAINING_MODULES.reduce((sum, { lessons }) => sum + lessons, 0),
    },
    { id: "gifts", kind: "goods", suggested: due > 0 ? due : null },
    { id: "handbooks", kind: "goods", suggested: null },
    {
      id: "acquisition",
      kind: "money",
      suggested: spends.length === 0 ? null : spends.reduce((sum, spend) => sum + spend, 0),
    },
    { id: "touches", kind: "money", suggested: plans.touchCost },
    { id: "salons", kind: "money", suggested: null },
    { id: "benefits", kind: "money", suggested: null },
  ];
}
