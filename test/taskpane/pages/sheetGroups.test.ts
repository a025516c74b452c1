import { SHEET_IDS } from "../../../src/reports/context";
import { sheetGroups } from "../../../src/taskpane/pages/report/sheetGroups";

const sheet = (id: string) => ({ id, name: id.toUpperCase() });
/** Its figures are behind the charts: nobody is led there. */
const shown = SHEET_IDS.filter((id) => id !== "chartData");

test("every sheet of the report stands in exactly one group", () => {
  const placed = sheetGroups(shown.map(sheet)).flatMap(({ sheets }) => sheets.map(({ id }) => id));
  expect([...placed].sort()).toEqual([...shown].sort());
});

test("a sheet that no group knows keeps its link, with what the report rests on", () => {
  expect(sheetGroups([sheet("kpiBoard"), sheet("news")])).toEqual([
    { title: "pane.sheets.first", sheets: [sheet("kpiBoard")] },
    { title: "pane.sheets.basis", sheets: [sheet("news")] },
  ]);
});

test("sheets that a report lacks leave no empty group", () => {
  expect(sheetGroups([sheet("plan")])).toEqual([{ title: "pane.sheets.plan", sheets: [sheet("plan")] }]);
});
