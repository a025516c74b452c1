import type { Analysis } from "../../core/analysis";
import type { ReportContext } from "../context";
import type { SheetBuilder, TableColumn } from "../kit/sheetBuilder";
import { customerColumns } from "./customerColumns";

type Onboarding = Analysis["programme"]["relationship"]["onboarding"];
type NewCustomer = Onboarding["customers"][number];

const LISTED_NEW = 30;

/** New customers on their way to a second order: the rate, and the steps of each. */
export function onboardingSection(
  sheet: SheetBuilder,
  onboarding: Onboarding,
  context: ReportContext,
  width: number,
): void {
  const { t, words, dateCell } = context;
  const { days, customers, settled, returned, rate, interval, pending } = onboarding;
  sheet.section(t("onboarding.section"), width);
  if (rate === null && customers.length === 0) {
    sheet.empty(t("onboarding.empty"), width);
    return;
  }
  sheet.paragraph(
    words.sentences([
      rate === null
        ? t("onboarding.noneSettled", { days })
        : t("onboarding.rate", {
            days,
            rate: words.percent(rate),
            returned: words.count(returned),
            settled: words.count(settled),
            low: words.percent(interval?.low ?? rate),
            high: words.percent(interval?.high ?? rate),
          }),
      t("onboarding.pending", { pending: words.count(pending) }),
    ]),
    "bodyWrap",
    width,
  );
  const rows = customers.filter(({ secondOrder }) => !secondOrder);
  if (rows.length > LISTED_NEW)
    sheet.note(t("onboarding.more", { listed: words.count(LISTED_NEW), items: words.count(rows.length) }));
  const step = (index: number): TableColumn<NewCustomer> => ({
    header: t("onboarding.step", { day: rows[0]?.steps[index]?.day ?? 0 }),
    style: "statusNeutral",
    value: ({ steps }) => {
      const at = steps[index];
      return at === undefined
        ? null
        : t(`onboardingState.${at.state}`, { day: words.day(at.dueOn).slice(5) });
    },
    styleOf: ({ steps }) => {
      const state = steps[index]?.state;
      return state === "done" ? "statusGood" : state === "due" ? "statusBad" : "statusNeutral";
    },
  });
  const listed = rows.slice(0, LISTED_NEW);
  sheet.table<NewCustomer>({
    name: "Onboarding",
    filter: false,
    rows: listed,
    empty: t("onboarding.noneOpen"),
    columns: [
      ...customerColumns(listed, ({ row }) => row, context),
      { header: t("scores.firstDay"), style: "date", value: ({ firstDay }) => dateCell(firstDay) },
      step(0),
      step(1),
      step(2),
    ],
  });
  sheet.paragraph(t("onboarding.note"), "noteWrap", width);
}
