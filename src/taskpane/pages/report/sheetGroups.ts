import type { PaneKey } from "../../../i18n/paneWords";

/** A sheet of the report, as the workbook names it. */
export interface ReportSheet {
  readonly id: string;
  readonly name: string;
}

/** What a person wants of the report, in the order it is wanted, and the sheets that answer. */
const GROUPS: readonly { readonly title: PaneKey; readonly ids: readonly string[] }[] = [
  { title: "pane.sheets.first", ids: ["kpiBoard", "monthlyReport", "tierPortraits"] },
  { title: "pane.sheets.act", ids: ["touchPlan", "winBack", "unpaid", "opportunities"] },
  {
    title: "pane.sheets.customers",
    ids: ["customerCard", "customerScores", "relationships", "tierMovement", "contacts"],
  },
  {
    title: "pane.sheets.why",
    ids: ["prediction", "whatIf", "channels", "market", "serviceSla", "serviceReview"],
  },
  { title: "pane.sheets.plan", ids: ["plan", "ledgers", "playbook"] },
  // What no group claims stands here too: a sheet without a link would be as good as missing.
  { title: "pane.sheets.basis", ids: ["cover", "dataQuality", "settings", "snapshots"] },
];

/** The sheets of a report by what they are for; groups without any are left out. */
export function sheetGroups(
  sheets: readonly ReportSheet[],
): readonly { readonly title: PaneKey; readonly sheets: readonly ReportSheet[] }[] {
  const claimed = new Set(GROUPS.flatMap(({ ids }) => ids));
  return GROUPS.map(({ title, ids }, index) => ({
    title,
    sheets: sheets.filter(({ id }) => ids.includes(id) || (index === GROUPS.length - 1 && !claimed.has(id))),
  })).filter((group) => group.sheets.length > 0);
}
