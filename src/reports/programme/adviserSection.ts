import type { Analysis, CustomerRow } from "../../core/analysis";
import type { ReportContext } from "../context";
import type { SheetBuilder } from "../kit/sheetBuilder";
import { customerColumns } from "./customerColumns";

type Advisers = NonNullable<Analysis["programme"]["relationship"]["advisers"]>;

const SHORT_LIST = 30;

/** Who looks after how many, and who has nobody: high-value customers, and companies. */
export function adviserSection(
  sheet: SheetBuilder,
  { owners, cap, highValueWithout, companiesWithout, former }: Advisers,
  context: ReportContext,
  width: number,
): void {
  const { t, words } = context;
  sheet.section(t("advisers.section"), width);
  sheet.table({
    name: "AdviserLoad",
    filter: false,
    rows: owners,
    empty: t("advisers.none"),
    columns: [
      { header: t("field.owner"), style: "text", value: ({ owner }) => owner },
      { header: t("advisers.customers"), style: "integer", value: ({ customers }) => customers },
      { header: t("advisers.highValue"), style: "integer", value: ({ highValue }) => highValue },
      { header: t("scores.net"), style: "money", value: ({ netSpend }) => netSpend },
      {
        header: t("advisers.load"),
        style: "statusNeutral",
        value: ({ overCap }) => t(overCap ? "advisers.over" : "advisers.within"),
        styleOf: ({ overCap }) => (overCap ? "statusBad" : "statusGood"),
      },
    ],
  });
  sheet.note(t("advisers.note", { cap }));
  if (former.length > 0)
    sheet.note(
      t("advisers.former", {
        owners: words.list(
          former.map(({ owner, customers }) =>
            t("advisers.formerOne", { owner, customers: words.count(customers) }),
          ),
        ),
      }),
    );
  // A company of high value is one gap, not two.
  const high = new Set(highValueWithout);
  const gaps = [...highValueWithout, ...companiesWithout.filter((row) => !high.has(row))];
  const companies = new Set(companiesWithout);
  if (gaps.length > SHORT_LIST)
    sheet.note(t("opportunities.more", { listed: words.count(SHORT_LIST), items: words.count(gaps.length) }));
  const listed = gaps.slice(0, SHORT_LIST);
  sheet.table<CustomerRow>({
    name: "WithoutOwner",
    filter: false,
    rows: listed,
    empty: t("advisers.noGaps"),
    columns: [
      ...customerColumns(listed, (row) => row, context),
      { header: t("scores.net"), style: "money", value: ({ netSpend }) => netSpend },
      {
        header: t("advisers.gap"),
        style: "statusBad",
        value: (row) => t(companies.has(row) ? "advisers.companyGap" : "advisers.highValueGap"),
      },
    ],
  });
}
