import type { IRange, ISheetDataValidationRule } from "@univerjs/core";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type {} from "@univerjs/sheets-conditional-formatting/facade";
import type {} from "@univerjs/sheets-data-validation/facade";
import type { CellRange } from "../../../reports";
import { gridRange } from "../../book/gridRange";
import { classOf, type Thing } from "../classSpec";
import { newId } from "../extras";
import type { HostBook } from "../hostBook";
import { HostError, invalidArgument, notFound } from "../hostError";

interface CellsThing extends Thing {
  readonly sheet: string;
  readonly range: CellRange;
}
interface RuleThing extends Thing {
  readonly sheet: string;
  readonly id: string;
}

/** A conditional format while the add-in describes it, property by property. */
interface Draft {
  readonly kind: Kind;
  readonly ranges: IRange[];
  readonly set: Map<string, unknown>;
}

const KINDS = ["ColorScale", "DataBar", "CellValue", "Custom"] as const;
type Kind = (typeof KINDS)[number];

const drafts = new WeakMap<HostBook, Map<string, Draft>>();

function draftsOf(book: HostBook): Map<string, Draft> {
  const known = drafts.get(book) ?? new Map<string, Draft>();
  drafts.set(book, known);
  return known;
}

function draftOf({ id }: RuleThing, book: HostBook): Draft {
  const draft = draftsOf(book).get(id);
  if (draft === undefined) throw notFound();
  return draft;
}

const overlap = (range: IRange, { row, column, rows, columns }: CellRange): boolean =>
  range.startRow < row + rows &&
  range.endRow >= row &&
  range.startColumn < column + columns &&
  range.endColumn >= column;

const rulesOn = ({ sheet, range }: CellsThing, book: HostBook): readonly IConditionFormattingRule[] =>
  book
    .sheet(sheet)
    .getConditionalFormattingRules()
    .filter(({ ranges }) => ranges.some((one) => overlap(one, range)));

/** Takes rules off these cells: a rule that reaches further keeps the rest of its range. */
function clearAll(thing: CellsThing, book: HostBook): void {
  book.refuseLocked(thing.sheet);
  const taken = gridRange(thing.range);
  for (const rule of rulesOn(thing, book)) {
    const rest = rule.ranges.flatMap((range) => without(range, taken));
    if (rest.length === 0) {
      run(book, "sheet.mutation.delete-conditional-rule", thing.sheet, { cfId: rule.cfId });
      draftsOf(book).delete(rule.cfId);
    } else
      run(book, "sheet.mutation.set-conditional-rule", thing.sheet, {
        cfId: rule.cfId,
        rule: { ...rule, ranges: rest },
      });
  }
}

/** What of a range lies outside another, as up to four ranges. */
export function without(range: IRange, taken: IRange): readonly IRange[] {
  const top = Math.max(range.startRow, taken.startRow);
  const bottom = Math.min(range.endRow, taken.endRow);
  const left = Math.max(range.startColumn, taken.startColumn);
  const right = Math.min(range.endColumn, taken.endColumn);
  if (top > bottom || left > right) return [range];
  return [
    { ...range, endRow: top - 1 },
    { ...range, startRow: bottom + 1 },
    { ...range, startRow: top, endRow: bottom, endColumn: left - 1 },
    { ...range, startRow: top, endRow: bottom, startColumn: right + 1 },
  ].filter((one) => one.startRow <= one.endRow && one.startColumn <= one.endColumn);
}

function run(book: HostBook, command: string, sheet: string, more: object): void {
  book.parts.api.syncExecuteCommand(command, { unitId: book.workbook.getId(), subUnitId: sheet, ...more });
}

function add({ sheet, range }: CellsThing, kind: string, book: HostBook): RuleThing {
  book.refuseLocked(sheet);
  if (!KINDS.includes(kind as Kind))
    throw new HostError(
      "ApiNotFound",
      `Workbench: conditional formats of type "${kind}" are not implemented`,
    );
  const id = newId();
  draftsOf(book).set(id, { kind: kind as Kind, ranges: [gridRange(range)], set: new Map() });
  return { type: "ConditionalFormat", sheet, id };
}

/** Brings a rule to the grid as soon as enough of it is known, and again with each change. */
function show({ sheet, id }: RuleThing, book: HostBook): void {
  const draft = draftsOf(book).get(id);
  if (draft === undefined) return;
  const rule = ruleOf(draft);
  if (rule === null) return;
  const known = book
    .sheet(sheet)
    .getConditionalFormattingRules()
    .some(({ cfId }) => cfId === id);
  const whole = { cfId: id, ranges: draft.ranges, stopIfTrue: false, rule };
  if (known) run(book, "sheet.mutation.set-conditional-rule", sheet, { cfId: id, rule: whole });
  else run(book, "sheet.mutation.add-conditional-rule", sheet, { rule: whole });
}

interface Criterion {
  readonly type: string;
  readonly color: string;
  readonly formula?: string;
}

const BOUNDS: Readonly<Record<string, string>> = {
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
  Percentile: "percentile",
};

function bound(given: { readonly type: string; readonly formula?: string } | undefined, whenNone: string) {
  const type = given === undefined || given.type === "Automatic" ? whenNone : BOUNDS[given.type];
  if (type === undefined) throw invalidArgument(`the workbench has no bound ${given?.type}`);
  return { type, ...(given?.formula !== undefined && { value: Number(given.formula.replace(/^=/, "")) }) };
}

function ruleOf({ kind, set }: Draft): object | null {
  const style = {
    ...(set.has("font/color") && { cl: { rgb: set.get("font/color") } }),
    ...(set.has("font/bold") && { bl: set.get("font/bold") === true ? 1 : 0 }),
    ...(set.has("fill/color") && { bg: { rgb: set.get("fill/color") } }),
  };
  if (kind === "ColorScale") {
    const given = set.get("criteria") as
      { readonly minimum: Criterion; readonly midpoint?: Criterion; readonly maximum: Criterion } | undefined;
    if (given === undefined) return null;
    const stops = [given.minimum, given.midpoint, given.maximum].filter(
      (one) => one !== undefined && one !== null,
    );
    return {
      type: "colorScale",
      config: stops.map((stop, index) => ({ index, color: stop.color, value: bound(stop, "min") })),
    };
  }
  if (kind === "DataBar") {
    const color = set.get("positive/fillColor");
    if (color === undefined) return null;
    return {
      type: "dataBar",
      isShowValue: set.get("showDataBarOnly") !== true,
      config: {
        min: bound(set.get("lower") as Criterion | undefined, "min"),
        max: bound(set.get("upper") as Criterion | undefined, "max"),
        isGradient: set.get("positive/gradientFill") !== false,
        positiveColor: color,
        nativeColor: set.get("negative/fillColor") ?? color,
      },
    };
  }
  if (kind === "Custom") {
    const formula = set.get("formula");
    if (typeof formula !== "string") return null;
    return {
      type: "highlightCell",
      subType: "formula",
      value: formula.startsWith("=") ? formula : `=${formula}`,
      style,
    };
  }
  const rule = set.get("rule") as CellValueRule | undefined;
  return rule === undefined ? null : { type: "highlightCell", ...cellValueRule(rule), style };
}

interface CellValueRule {
  readonly operator: string;
  readonly formula1: string;
  readonly formula2?: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThan: "lessThan",
  LessThanOrEqual: "lessThanOrEqual",
  Between: "between",
  NotBetween: "notBetween",
};

function cellValueRule({ operator, formula1, formula2 }: CellValueRule): object {
  const known = OPERATORS[operator];
  const text = /^="((?:[^"]|"")*)"$/.exec(formula1)?.[1]?.replaceAll('""', '"');
  if (text !== undefined && (known === "equal" || known === "notEqual"))
    return { subType: "text", operator: known, value: text };
  const number = Number(formula1.replace(/^=/, ""));
  if (known === undefined || !Number.isFinite(number))
    throw new HostError("ApiNotFound", `Workbench: the rule ${operator} ${formula1} is not implemented`);
  const second = Number((formula2 ?? "").replace(/^=/, ""));
  return { subType: "number", operator: known, value: formula2 === undefined ? number : [number, second] };
}

/** A property of a rule that is kept under a name of its own. */
const keeps = (name: string) => ({
  get: (thing: RuleThing, book: HostBook): unknown => draftOf(thing, book).set.get(name) ?? null,
  set: (thing: RuleThing, value: unknown, book: HostBook): void => {
    draftOf(thing, book).set.set(name, value);
    show(thing, book);
  },
});

const keeping = (names: Readonly<Record<string, string>>) => ({
  get: Object.fromEntries(Object.entries(names).map(([member, name]) => [member, keeps(name).get])),
  set: Object.fromEntries(Object.entries(names).map(([member, name]) => [member, keeps(name).set])),
});

const part = (type: string) => (thing: RuleThing) => ({ ...thing, type });

export const ConditionalFormatCollection = classOf<CellsThing>({
  items: (thing, book) =>
    rulesOn(thing, book).map(({ cfId }): RuleThing => ({
      type: "ConditionalFormat",
      sheet: thing.sheet,
      id: cfId,
    })),
  find: (thing, key, book) =>
    rulesOn(thing, book).some(({ cfId }) => cfId === key)
      ? ({ type: "ConditionalFormat", sheet: thing.sheet, id: key } as RuleThing)
      : null,
  call: {
    add: (thing, [kind]: readonly [string], book) => add(thing, kind, book),
    clearAll: (thing, _: readonly [], book) => clearAll(thing, book),
  },
});

/** Rules are described by parts of their own. */
export const RULE_PARTS = {
  ConditionalFormat: classOf<RuleThing>({
    id: ({ id }) => ({ Id: id }),
    get: {
      id: ({ id }) => id,
      type: (thing, book) => {
        const draft = draftsOf(book).get(thing.id);
        if (draft !== undefined) return draft.kind;
        const rule = book
          .sheet(thing.sheet)
          .getConditionalFormattingRules()
          .find(({ cfId }) => cfId === thing.id)?.rule as
          { readonly type: string; readonly subType?: string } | undefined;
        if (rule === undefined) throw notFound();
        if (rule.type === "colorScale") return "ColorScale";
        if (rule.type === "dataBar") return "DataBar";
        return rule.subType === "formula" ? "Custom" : "CellValue";
      },
      priority: (thing, book) =>
        book
          .sheet(thing.sheet)
          .getConditionalFormattingRules()
          .findIndex(({ cfId }) => cfId === thing.id),
    },
    nav: {
      colorScale: part("ColorScaleConditionalFormat"),
      dataBar: part("DataBarConditionalFormat"),
      cellValue: part("CellValueConditionalFormat"),
      custom: part("CustomConditionalFormat"),
    },
    call: {
      delete: ({ sheet, id }, _: readonly [], book) => {
        run(book, "sheet.mutation.delete-conditional-rule", sheet, { cfId: id });
        draftsOf(book).delete(id);
      },
    },
  }),
  ColorScaleConditionalFormat: classOf<RuleThing>(keeping({ criteria: "criteria" })),
  DataBarConditionalFormat: classOf<RuleThing>({
    ...keeping({ lowerBoundRule: "lower", upperBoundRule: "upper", showDataBarOnly: "showDataBarOnly" }),
    nav: {
      positiveFormat: part("ConditionalDataBarPositiveFormat"),
      negativeFormat: part("ConditionalDataBarNegativeFormat"),
    },
  }),
  ConditionalDataBarPositiveFormat: classOf<RuleThing>(
    keeping({
      fillColor: "positive/fillColor",
      gradientFill: "positive/gradientFill",
      borderColor: "positive/border",
    }),
  ),
  ConditionalDataBarNegativeFormat: classOf<RuleThing>(
    keeping({ fillColor: "negative/fillColor", borderColor: "negative/border" }),
  ),
  CellValueConditionalFormat: classOf<RuleThing>({
    ...keeping({ rule: "rule" }),
    nav: { format: part("ConditionalRangeFormat") },
  }),
  CustomConditionalFormat: classOf<RuleThing>({
    nav: { format: part("ConditionalRangeFormat"), rule: part("ConditionalFormatRule") },
  }),
  ConditionalFormatRule: classOf<RuleThing>(keeping({ formula: "formula" })),
  ConditionalRangeFormat: classOf<RuleThing>({
    nav: { font: part("ConditionalRangeFont"), fill: part("ConditionalRangeFill") },
  }),
  ConditionalRangeFont: classOf<RuleThing>(keeping({ color: "font/color", bold: "font/bold" })),
  ConditionalRangeFill: classOf<RuleThing>(keeping({ color: "fill/color" })),
} as const;

interface ListRule {
  readonly list?: { readonly inCellDropDown?: boolean; readonly source: string | (Thing & CellsThing) };
}

const validations = ({ sheet, range }: CellsThing, book: HostBook): readonly ISheetDataValidationRule[] =>
  book
    .sheet(sheet)
    .getDataValidations()
    .map((one) => (one as { readonly rule: ISheetDataValidationRule }).rule)
    .filter(({ ranges }) => ranges.some((one) => overlap(one, range)));

/**
 * Not told as a command of the user's: after one of those the page reckons the height of every row the rule covers,
 * on whatever sheet is shown; under a list of twenty thousand rows it then answers nobody for some seconds.
 */
const SOURCE = { source: "patched" } as const;

const addRule = (book: HostBook, sheet: string, rule: object): void =>
  run(book, "data-validation.mutation.addRule", sheet, { rule, ...SOURCE });

const removeRule = (book: HostBook, sheet: string, ruleId: string): void =>
  run(book, "data-validation.mutation.removeRule", sheet, { ruleId, ...SOURCE });

function clearValidation(thing: CellsThing, book: HostBook): void {
  book.refuseLocked(thing.sheet);
  const taken = gridRange(thing.range);
  for (const rule of validations(thing, book)) {
    removeRule(book, thing.sheet, rule.uid);
    const rest = rule.ranges.flatMap((range) => without(range, taken));
    if (rest.length > 0) addRule(book, thing.sheet, { ...rule, uid: newId(), ranges: rest });
  }
}

/** Lists to choose from; other kinds of rule are refused by name. */
export const DataValidation = classOf<CellsThing>({
  get: {
    type: (thing, book) => (validations(thing, book).length > 0 ? "List" : "None"),
    ignoreBlanks: () => true,
    rule: (thing, book) => {
      const [rule] = validations(thing, book);
      return rule === undefined ? {} : { list: { inCellDropDown: true, source: rule.formula1 ?? "" } };
    },
    prompt: (thing, book) => {
      const prompt = validations(thing, book)[0]?.prompt ?? "";
      return { showPrompt: prompt !== "", title: "", message: prompt };
    },
  },
  set: {
    ignoreBlanks: () => undefined,
    rule: (thing, { list }: ListRule, book) => {
      if (list === undefined)
        throw new HostError("ApiNotFound", "Workbench: cell rules that are no list are not implemented");
      clearValidation(thing, book);
      if (typeof list.source !== "string") throw invalidArgument();
      addRule(book, thing.sheet, {
        uid: newId(),
        type: "list",
        ranges: [gridRange(thing.range)],
        formula1: list.source,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 1,
      });
    },
    prompt: (thing, value: { readonly showPrompt: boolean; readonly message: string }, book) => {
      for (const rule of validations(thing, book)) {
        removeRule(book, thing.sheet, rule.uid);
        addRule(book, thing.sheet, { ...rule, showInputMessage: value.showPrompt, prompt: value.message });
      }
    },
    errorAlert: (thing, value: { readonly showAlert: boolean; readonly message: string }, book) => {
      for (const rule of validations(thing, book)) {
        removeRule(book, thing.sheet, rule.uid);
        addRule(book, thing.sheet, { ...rule, showErrorMessage: value.showAlert, error: value.message });
      }
    },
  },
  call: { clear: (thing, _: readonly [], book) => clearValidation(thing, book) },
});
