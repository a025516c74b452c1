import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { forEachRow, recordsOfRows } from "../../../src/core/tables/forEachRow";
import { tableOf } from "../../support/tableOf";

const leads = (...rows: string[][]) => tableOf("leads", ["customerId", "stage"], rows);
const SHEETS = [leads(["a", "1"], ["", ""], ["b", ""]), leads([" ", ""], ["", "2"])];

test("every row that says anything is visited, sheet by sheet", () => {
  const seen: string[] = [];
  forEachRow(SHEETS, DEFAULT_SETTINGS, (reader, row) => {
    seen.push(`${reader.text(row, "customerId")}${reader.text(row, "stage")}`);
  });
  expect(seen).toEqual(["a1", "b", "2"]);
});

test("records and problems come in the order of the rows", () => {
  const { records, problems } = recordsOfRows(SHEETS, DEFAULT_SETTINGS, (reader, row) => {
    const stage = reader.text(row, "stage");
    if (stage === "") reader.report(row, "stage", "missingValue");
    return stage === "" ? null : stage;
  });
  expect(records).toEqual(["1", "2"]);
  expect(problems).toMatchObject([{ code: "missingValue", row: 4 }]);
});

test("no sheets, no records", () => {
  expect(recordsOfRows([], DEFAULT_SETTINGS, () => "never")).toEqual({ records: [], problems: [] });
});

test("a sheet may be wrong from top to bottom: as many problems as rows are no failure", () => {
  const rows = Array.from({ length: 300_000 }, () => ["a", ""]);
  const { problems } = recordsOfRows(
    [tableOf("leads", ["customerId", "stage"], rows)],
    DEFAULT_SETTINGS,
    (reader, row) => {
      reader.report(row, "stage", "missingValue");
      return null;
    },
  );
  expect(problems).toHaveLength(300_000);
});
