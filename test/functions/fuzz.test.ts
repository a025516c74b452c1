import fc from "fast-check";
import type { Parameter } from "../../src/functions/arguments/parameter";
import { DEFINITIONS } from "../../src/functions/definitions";
import { CellError, ErrorCode, call, metadata } from "./excelHost";

/** Every kind of cell that Excel hands to a function. */
const cell = fc.oneof(
  fc.constantFrom(
    0,
    null,
    "",
    " ",
    "-",
    "x",
    "客户",
    "2025-12-31",
    "03/04/2025",
    "12",
    "¥1,200.50元",
    "1e999",
  ),
  fc.constantFrom<unknown>(
    new CellError(ErrorCode.notAvailable),
    { type: "Error", basicType: "Error", basicValue: "#DIV/0!" },
    { type: "FormattedNumber", basicType: "Double", basicValue: 45_000, numberFormat: "yyyy-mm-dd" },
    { type: "Entity", text: "客户", basicType: "Error", basicValue: "#VALUE!", properties: {} },
  ),
  fc.boolean(),
  fc.integer({ min: 44_000, max: 46_500 }),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  fc.constantFrom(1e300, -1e300, 5e-324, 1e16, -0),
  fc.string({ maxLength: 12 }),
);

const optionNames = fc.constantFrom(
  "windowDays",
  "bins",
  "ties",
  "cutsR",
  "weightM",
  "headers",
  "lang",
  "decimals",
  "horizonDays",
  "period",
  "source",
  "bandCuts",
  "cuts",
  "x",
);

const range = (height: number) =>
  fc.integer({ min: 1, max: 3 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

const figure = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.double({ noNaN: true, min: 0, max: 1e6 }),
  fc.constant(null),
);

/** A column of one kind of cell, as sheets mostly have it, or of every kind. */
const columnOf = (height: number) =>
  fc
    .constantFrom<fc.Arbitrary<unknown>>(
      cell,
      figure,
      fc.integer({ min: 44_000, max: 46_500 }),
      fc.constantFrom("a", "b", "c", null),
    )
    .chain((kind) => fc.array(fc.tuple(kind), { minLength: height, maxLength: height }));

/** Stands for a cell of the first range: a name drawn without looking would hardly ever be in it. */
const FIRST_CELL = Symbol("first cell of the range");
const FROM_THE_RANGE: fc.Arbitrary<unknown> = fc.constant(FIRST_CELL);

function withCells(args: readonly unknown[]): readonly unknown[] {
  const range = args.find(Array.isArray) as readonly (readonly unknown[])[] | undefined;
  return args.map((value) => (value === FIRST_CELL ? (range?.[0]?.[0] ?? null) : value));
}

/** What an argument expects, by what the function declares. */
function likely(parameter: Parameter, height: number): fc.Arbitrary<unknown> {
  switch (parameter.kind) {
    case "range":
      return columnOf(height);
    case "number":
      return fc.integer({ min: Math.max(1, parameter.min ?? 1), max: Math.min(9, parameter.max ?? 9) });
    case "choice":
      return fc.constantFrom(...parameter.choices);
    case "switch":
      return fc.boolean();
    case "moment":
      return fc.integer({ min: 44_000, max: 46_500 });
    case "options":
      return fc.array(fc.tuple(optionNames, cell), { maxLength: 3 });
    case "numbers":
      return fc.oneof(fc.constant([[30, 90]]), fc.array(fc.array(cell, { minLength: 1, maxLength: 1 })));
    case "words":
      return fc.constantFrom<unknown>([["A", "B", "C"]], "text", null);
    case "text":
      return parameter.required ? FROM_THE_RANGE : cell;
    case "cuts":
      return cell;
  }
}

/** Mostly what the argument expects, or left out where it may be; now and then anything. */
function argument(parameter: Parameter, optional: boolean, height: number): fc.Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: likely(parameter, height), weight: 12 },
    { arbitrary: fc.constant(null), weight: optional ? 12 : 0 },
    { arbitrary: range(height), weight: 1 },
    { arbitrary: cell, weight: 1 },
  );
}

const isPresentable = (value: unknown): boolean =>
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && Number.isFinite(value));

describe.each(metadata.functions.map((entry) => [entry.id, entry] as const))("%s", (id, entry) => {
  const calls = fc.integer({ min: 1, max: 12 }).chain((height) =>
    fc.tuple(
      ...entry.parameters.map(({ name, optional }) => {
        const parameter = DEFINITIONS[id as keyof typeof DEFINITIONS].parameters[name] as Parameter;
        return argument(parameter, optional === true, height);
      }),
    ),
  );

  test("answers any cells with a rectangle of values, or with one sentence", () => {
    let answered = 0;
    fc.assert(
      fc.property(calls.map(withCells), (args) => {
        let result: unknown;
        try {
          result = call(id, ...args);
        } catch (error) {
          expect(error).toBeInstanceOf(CellError);
          const { code, message } = error as CellError;
          expect(["#VALUE!", "#N/A"]).toContain(code);
          expect(message).toMatch(/[。.)]$/);
          expect(message).not.toMatch(/内部出错|inside the function|undefined|NaN/);
          return;
        }
        answered++;
        const rows = entry.result.dimensionality === "matrix" ? (result as unknown[][]) : [[result]];
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          expect(row).toHaveLength(rows[0]?.length ?? 0);
          expect(row.filter((value) => !isPresentable(value))).toEqual([]);
        }
      }),
      { numRuns: 400, seed: 20_251_231 },
    );
    // The cells must not be so wild that only the refusals are tried.
    expect(answered).toBeGreaterThan(10);
  });
});
