import { InvalidArgumentError } from "../../core/errors";
import type { Moment } from "../../core/math/day";
import { cellText, parseMoment, PLAIN_READING, type Cell } from "../../core/tables";
import { cellOf, isBlank, isBlankOrZero } from "./cellOf";
import type {
  ChoiceParameter,
  NumberParameter,
  NumbersParameter,
  OptionNames,
  OptionsParameter,
  Parameter,
  Parameters,
  RangeParameter,
  ScalarParameter,
  ValuesOf,
} from "./parameter";
import { columnOf, rangeOf, type Range } from "./range";

/**
 * Checks the raw arguments of a call against what the function declares, and gives them names and types.
 * The one place that decides what an argument may be.
 *
 * @throws InvalidArgumentError naming the argument
 */
export function readArguments<Ps extends Parameters>(parameters: Ps, raw: readonly unknown[]): ValuesOf<Ps> {
  const names = Object.keys(parameters);
  const values: Record<string, unknown> = {};
  // Options first: they may say that serials count from 1904.
  names.forEach((name, index) => {
    const parameter = parameters[name] as Parameter;
    if (parameter.kind === "options") values[name] = readOptions(name, parameter, raw[index]);
  });
  const date1904 = Object.values(values).some((options) => (options as { date1904?: boolean }).date1904);
  names.forEach((name, index) => {
    const parameter = parameters[name] as Parameter;
    if (parameter.kind !== "options") values[name] = readOne(name, parameter, raw[index], date1904);
  });
  names.forEach((name) => {
    const parameter = parameters[name] as Parameter;
    if (parameter.kind === "range") checkRows(parameter, values[name] as Range | null, values);
  });
  return values as ValuesOf<Ps>;
}

function readOne(
  name: string,
  parameter: Exclude<Parameter, OptionsParameter>,
  raw: unknown,
  date1904: boolean,
): unknown {
  if (parameter.kind === "range") return readRange(name, parameter, raw);
  if (parameter.kind === "words") return readWords(name, raw);
  if (parameter.kind === "numbers") return readNumbers(name, parameter, raw);
  return readScalar(name, parameter, cellOf(singleCell(raw)), date1904);
}

/** A one-cell range where one value is meant is that value. */
function singleCell(raw: unknown): unknown {
  if (!Array.isArray(raw)) return raw;
  const first: unknown = raw[0];
  return Array.isArray(first) ? first[0] : first;
}

function readRange(name: string, parameter: RangeParameter, raw: unknown): Range | null {
  const range = rangeOf(name, raw);
  if (range === null) {
    if (parameter.optional) return null;
    throw new InvalidArgumentError(name, "missingRange");
  }
  if (parameter.single && range.width !== 1) {
    throw new InvalidArgumentError(name, "columnCount", { columns: range.width });
  }
  return range;
}

function checkRows(parameter: RangeParameter, range: Range | null, values: Record<string, unknown>): void {
  const other = parameter.sameRowsAs === undefined ? null : (values[parameter.sameRowsAs] as Range | null);
  if (range === null || other === null || range.height === other.height) return;
  throw new InvalidArgumentError(range.argument, "rowCount", {
    rows: range.height,
    other: other.argument,
    otherRows: other.height,
  });
}

function readWords(name: string, raw: unknown): readonly string[] | null {
  const range = rangeOf(name, raw);
  if (range === null) return null;
  const cells: Cell[] = [];
  for (let column = 0; column < range.width; column++) cells.push(...columnOf(range, column));
  const texts = cells.map((cell) => textOf(name, cell));
  const words = texts.length === 1 ? (texts[0] ?? "").split(/[,，、;；]/) : texts;
  const trimmed = words.map((word) => word.trim());
  while (trimmed.length > 0 && trimmed.at(-1) === "") trimmed.pop();
  return trimmed.length > 0 ? trimmed : null;
}

function readNumbers(name: string, parameter: NumbersParameter, raw: unknown): readonly number[] {
  const texts = readWords(name, raw)?.filter((text) => text !== "") ?? [];
  const one: NumberParameter = { ...parameter, kind: "number", whenBlank: "required" };
  return texts.length === 0 ? parameter.whenBlank : texts.map((text) => readNumber(name, one, text));
}

function readOptions(name: string, parameter: OptionsParameter, raw: unknown): Record<string, unknown> {
  const range = rangeOf(name, raw);
  const given = new Map<string, Cell>();
  const known = Object.keys(parameter.names);
  if (range !== null) {
    if (range.width !== 2) throw new InvalidArgumentError(name, "optionColumns", { columns: range.width });
    for (let row = 0; row < range.height; row++) {
      const label = range.cell(row, 0);
      if (isBlankOrZero(label)) continue;
      const text = textOf(name, label).trim();
      const option = known.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
      if (option === undefined) {
        throw new InvalidArgumentError(name, "unknownOption", { value: text, known: known.join(", ") });
      }
      if (given.has(option)) throw new InvalidArgumentError(name, "repeatedOption", { value: option });
      given.set(option, range.cell(row, 1));
    }
  }
  const values: Record<string, unknown> = {};
  for (const option of known) {
    const scalar = parameter.names[option] as OptionNames[string];
    // date1904 stands before every option that is a date.
    const date1904 = values["date1904"] === true;
    values[option] = readScalar(`${name} ${option}`, scalar, given.get(option) ?? null, date1904);
  }
  return values;
}

function readScalar(name: string, parameter: ScalarParameter, cell: Cell, date1904: boolean): unknown {
  if (cell !== null && typeof cell === "object") {
    throw new InvalidArgumentError(name, "errorCell", { value: cell.error });
  }
  switch (parameter.kind) {
    case "number":
      return isBlank(cell) ? blankNumber(name, parameter) : readNumber(name, parameter, cell);
    case "choice":
      return readChoice(name, parameter, cell);
    case "switch":
      return isBlank(cell) ? parameter.whenBlank : readSwitch(name, cell);
    case "moment":
      return readMoment(name, cell, date1904);
    case "cuts":
      return isBlank(cell) ? null : readCuts(name, cell);
    case "text":
      if (parameter.required && isBlankOrZero(cell)) throw new InvalidArgumentError(name, "missingText");
      return isBlank(cell) ? parameter.whenBlank : cellText(cell);
  }
}

/** A number, also where the cell holds it as text: "12", " 1,200 ", "20%". */
function numberOf(cell: Cell): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "string") return null;
  const text = cell.normalize("NFKC").trim();
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(?:e([+-]?\d+))?(%?)$/i.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return null;
  const value = Number(text.replace(/[,%]/g, "")) / (match[5] ? 100 : 1);
  return Number.isFinite(value) ? value : null;
}

function blankNumber(name: string, { whenBlank }: NumberParameter): number | null {
  if (whenBlank === "required") throw new InvalidArgumentError(name, "missingNumber");
  return whenBlank;
}

function readNumber(name: string, parameter: NumberParameter, cell: Cell): number {
  const value = numberOf(cell);
  if (value === null) throw new InvalidArgumentError(name, "notNumber", { value: String(cell) });
  const { min, max, above } = parameter;
  const outside =
    (min !== undefined && value < min) ||
    (max !== undefined && value > max) ||
    (above !== undefined && value <= above);
  if (outside) {
    if (above !== undefined) throw new InvalidArgumentError(name, "notAbove", { value, above });
    if (max === undefined) throw new InvalidArgumentError(name, "tooSmall", { value, min: min ?? 0 });
    throw new InvalidArgumentError(name, "outOfRange", { value, min: min ?? 0, max });
  }
  if (parameter.whole && !Number.isInteger(value)) {
    throw new InvalidArgumentError(name, "notWhole", { value });
  }
  return value;
}

function readChoice(name: string, parameter: ChoiceParameter, cell: Cell): string {
  const choices = parameter.choices.join(", ");
  if (isBlankOrZero(cell)) {
    if (parameter.whenBlank === null) throw new InvalidArgumentError(name, "missingChoice", { choices });
    return parameter.whenBlank;
  }
  const text = String(cell).trim().toLowerCase();
  const choice =
    parameter.choices.find((candidate) => candidate.toLowerCase() === text) ?? parameter.aliases?.[text];
  if (choice === undefined) {
    throw new InvalidArgumentError(name, "notChoice", { value: String(cell), choices });
  }
  return choice;
}

const SWITCH_WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  是: true,
  "1": true,
  false: false,
  no: false,
  否: false,
  "0": false,
};

function readSwitch(name: string, cell: Cell): boolean {
  const value = SWITCH_WORDS[String(cell).trim().toLowerCase()];
  if (value === undefined) throw new InvalidArgumentError(name, "notSwitch", { value: String(cell) });
  return value;
}

function readMoment(name: string, cell: Cell, date1904: boolean): Moment | null {
  const moment = parseMoment(cell, { ...PLAIN_READING, date1904 });
  if (typeof moment === "number") return moment;
  if (moment === "missing") return null;
  const code = moment === "ambiguous" ? "ambiguousDate" : "notDate";
  throw new InvalidArgumentError(name, code, { value: String(cell) });
}

function readCuts(name: string, cell: Cell): readonly number[] {
  const numbers = String(cell)
    .split(/[,，、;；\s]+/)
    .filter((part) => part !== "")
    .map(numberOf);
  const ascending = numbers.every(
    (value, index) => value !== null && (index === 0 || value > (numbers[index - 1] ?? value)),
  );
  if (numbers.length === 0 || !ascending) {
    throw new InvalidArgumentError(name, "notCuts", { value: String(cell) });
  }
  return numbers as number[];
}

function textOf(name: string, cell: Cell): string {
  if (cell !== null && typeof cell === "object") {
    throw new InvalidArgumentError(name, "errorCell", { value: cell.error });
  }
  return cell === null ? "" : String(cell);
}
