import type { ConditionalFormattingRule, Style } from "@cj-tech-master/excelts";
import type { ConditionalFormat } from "../reports/model/workbookModel";
import { opaque } from "./cellStyles";
import { storedFormula } from "./formulaText";
import { legalText } from "./xmlText";

/** The library's rule for a conditional format. Earlier formats of a sheet win over later ones. */
export function conditionalRule(format: ConditionalFormat, priority: number): ConditionalFormattingRule {
  switch (format.kind) {
    case "colorScale":
      return {
        type: "colorScale",
        priority,
        cfvo: [{ type: "min" }, { type: "max" }],
        color: [opaque(format.from), opaque(format.to)],
      };
    case "dataBar":
      return {
        type: "dataBar",
        priority,
        gradient: false,
        border: false,
        axisPosition: "auto",
        // From zero: a bar that starts at the smallest value lies about proportions.
        cfvo: [{ type: "num", value: 0 }, { type: "max" }],
        color: opaque(format.color),
        negativeFillColor: opaque(format.color),
        axisColor: opaque("BFBFBF"),
      };
    case "textEquals":
      return {
        type: "cellIs",
        priority,
        operator: "equal",
        formulae: [`"${legalText(format.text).replaceAll('"', '""')}"`],
        style: highlight(format.color, format.fill),
      };
    case "formula":
      return {
        type: "expression",
        priority,
        formulae: [storedFormula(format.formula)],
        style: highlight(format.color, format.fill),
      };
  }
}

function highlight(color: string | null, fill: string | null): Partial<Style> {
  return {
    ...(color !== null && { font: { color: opaque(color) } }),
    ...(fill !== null && { fill: { type: "pattern", pattern: "solid", bgColor: opaque(fill) } }),
  };
}
