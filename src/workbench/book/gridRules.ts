import type { IRange } from "@univerjs/core";
import type { CellRange, ConditionalFormat, SheetModel } from "../../reports";
import { gridRange, modelRange } from "./gridRange";
import { hexColor, webColor } from "./gridStyle";

/** A conditional format as the grid keeps it; of its many kinds those that the model has. */
export interface GridRule {
  readonly cfId: string;
  readonly ranges: readonly IRange[];
  readonly stopIfTrue: boolean;
  readonly rule: Readonly<Record<string, unknown>>;
}

/** Conditional formats of a sheet for the grid; earlier ones win, as in a file. */
export function gridRules(sheet: SheetModel): readonly GridRule[] {
  return sheet.conditionalFormats.map((format, index) => ({
    cfId: `rule${index + 1}`,
    ranges: [gridRange(format.range)],
    stopIfTrue: false,
    rule: gridRule(format),
  }));
}

function gridRule(format: ConditionalFormat): Readonly<Record<string, unknown>> {
  switch (format.kind) {
    case "colorScale":
      return {
        type: "colorScale",
        config: [
          { index: 0, color: webColor(format.from), value: { type: "min" } },
          { index: 1, color: webColor(format.to), value: { type: "max" } },
        ],
      };
    case "dataBar":
      return {
        type: "dataBar",
        isShowValue: true,
        config: {
          min: { type: "num", value: 0 },
          max: { type: "max" },
          isGradient: false,
          positiveColor: webColor(format.color),
          nativeColor: webColor(format.color),
        },
      };
    case "textEquals":
      return highlight({ subType: "text", operator: "equal", value: format.text }, format);
    case "formula":
      return highlight({ subType: "formula", value: `=${format.formula}` }, format);
  }
}

function highlight(
  when: Readonly<Record<string, unknown>>,
  { color, fill }: { readonly color: string | null; readonly fill: string | null },
): Readonly<Record<string, unknown>> {
  return {
    type: "highlightCell",
    ...when,
    style: {
      ...(color !== null && { cl: { rgb: webColor(color) } }),
      ...(fill !== null && { bg: { rgb: webColor(fill) } }),
    },
  };
}

/** Conditional formats of the grid as the model has them; kinds it has no word for are counted. */
export function modelRules(rules: readonly GridRule[]): {
  readonly formats: readonly ConditionalFormat[];
  readonly unknown: number;
} {
  const formats = rules.map(({ ranges, rule }) =>
    ranges.map((range) => modelRule(modelRange(range), rule as unknown as LooseRule)),
  );
  const known = formats.flat().filter((format) => format !== null);
  return { formats: known, unknown: formats.flat().length - known.length };
}

/** What may stand in a rule of the grid; every part can be missing. */
interface LooseRule {
  readonly type: string;
  readonly subType?: string;
  readonly operator?: string;
  readonly value?: unknown;
  readonly style?: {
    readonly cl?: { readonly rgb?: string | null } | null;
    readonly bg?: { readonly rgb?: string | null } | null;
  };
  readonly config?: unknown;
}

const NO_COLOR = "000000";

function modelRule(range: CellRange, rule: LooseRule): ConditionalFormat | null {
  const color = hexColor(rule.style?.cl?.rgb);
  const fill = hexColor(rule.style?.bg?.rgb);
  if (rule.type === "colorScale") {
    const stops = rule.config as readonly { readonly color: string }[];
    const [from, to] = [hexColor(stops[0]?.color), hexColor(stops.at(-1)?.color)];
    return from === null || to === null ? null : { kind: "colorScale", range, from, to };
  }
  if (rule.type === "dataBar") {
    const bar = hexColor((rule.config as { readonly positiveColor?: string }).positiveColor);
    return bar === null ? null : { kind: "dataBar", range, color: bar };
  }
  if (rule.subType === "formula" && typeof rule.value === "string")
    return { kind: "formula", range, formula: rule.value.replace(/^=/, ""), color, fill };
  if (rule.subType === "text" && rule.operator === "equal" && typeof rule.value === "string")
    return { kind: "textEquals", range, text: rule.value, color: color ?? NO_COLOR, fill };
  return null;
}
