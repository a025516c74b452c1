import {
  argumentText,
  argumentValue,
  formulaText,
  missingArguments,
  arrayCells,
  withLanguage,
} from "../../../src/taskpane/pages/formulas/formulaText";

const RANGE = { name: "customers", description: "", dimensionality: "matrix" };
const PLAIN = { name: "asOf", description: "", optional: true };
const CHOSEN = { id: "RFMSCORE", description: "", parameters: [RANGE, { ...RANGE, name: "dates" }, PLAIN] };

describe("argumentText", () => {
  test.each([
    { name: "a figure", written: "0.2", text: "0.2" },
    { name: "a share in per cent", written: "20%", text: "20%" },
    { name: "a logical value", written: "TRUE", text: "TRUE" },
    { name: "a cell", written: "Sheet1!$B$2", text: "Sheet1!$B$2" },
    { name: "a cell of a sheet with blanks", written: "'my orders'!B2", text: "'my orders'!B2" },
    { name: "an array", written: "{30,90}", text: "{30,90}" },
    { name: "a word", written: "bgnbd", text: '"bgnbd"' },
    { name: "a date", written: "2025-12-31", text: '"2025-12-31"' },
    { name: "a word with quotes", written: 'a "b"', text: '"a ""b"""' },
    { name: "a text that is quoted already", written: '"zh"', text: '"zh"' },
    { name: "nothing", written: " ", text: "" },
  ])("$name", ({ written, text }) => expect(argumentText(PLAIN, written)).toBe(text));

  test("a range stands as it is", () => expect(argumentText(RANGE, "订单!A2:A85")).toBe("订单!A2:A85"));
});

test("arguments left out at the end are not written, one in between keeps its place", () => {
  expect(formulaText(CHOSEN, { customers: "A2:A9", dates: "B2:B9" })).toBe("=CRM.RFMSCORE(A2:A9, B2:B9)");
  expect(formulaText(CHOSEN, { customers: "A2:A9", asOf: "2025-12-31" })).toBe(
    '=CRM.RFMSCORE(A2:A9, , "2025-12-31")',
  );
});

test("what must be given and is not is named", () => {
  const missing = missingArguments(CHOSEN, { customers: "A2:A9", dates: " " });
  expect(missing.map(({ name }) => name)).toEqual(["dates"]);
});

test.each([
  { written: "", value: null },
  { written: "0.2", value: 0.2 },
  { written: "20%", value: 0.2 },
  { written: "false", value: false },
  { written: '"a ""b"""', value: 'a "b"' },
  { written: "zh", value: "zh" },
])("$written reaches the preview as $value", ({ written, value }) => {
  expect(argumentValue(written)).toBe(value);
});

test.each([
  { written: '{"lang","en"}', cells: [["lang", "en"]] },
  {
    written: '{"lang","en";"ties", "mid"; "bins",4}',
    cells: [
      ["lang", "en"],
      ["ties", "mid"],
      ["bins", 4],
    ],
  },
  { written: '{"a;b","c,d"}', cells: [["a;b", "c,d"]] },
  { written: "{30,90,365}", cells: [[30, 90, 365]] },
  { written: "{}", cells: [] },
  { written: "A2:B3", cells: null },
])("$written is the array $cells", ({ written, cells }) => {
  expect(arrayCells(written)).toEqual(cells);
});

const parameter = (name: string, dimensionality = "scalar") => ({ name, description: "", dimensionality });

test.each([
  {
    name: "an argument for the language is filled",
    parameters: [parameter("scores", "matrix"), parameter("lang")],
    language: "en" as const,
    written: {},
    formula: '=CRM.F(, "en")',
  },
  {
    name: "else the options name it",
    parameters: [parameter("customers", "matrix"), parameter("options", "matrix")],
    language: "en" as const,
    written: { customers: "A2:A9" },
    formula: '=CRM.F(A2:A9, {"lang","en"})',
  },
  {
    name: "options of one's own stay as they are",
    parameters: [parameter("options", "matrix")],
    language: "en" as const,
    written: { options: "K1:L3" },
    formula: "=CRM.F(K1:L3)",
  },
  {
    name: "Chinese needs no word",
    parameters: [parameter("lang")],
    language: "zh" as const,
    written: {},
    formula: "=CRM.F()",
  },
])("$name", ({ parameters, language, written, formula }) => {
  const chosen = { id: "F", description: "", parameters };
  expect(formulaText(chosen, withLanguage(chosen, written, language))).toBe(formula);
});
