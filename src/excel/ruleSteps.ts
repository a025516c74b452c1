import { rangeAddress } from "../reports/kit/address";
import { RANGE_BYTES, SET_BYTES } from "./cellSteps";
import { hex } from "./formatSteps";
import type { Step } from "./steps";
import type { ConditionalFormat, SheetModel, Validation } from "../reports";

const RULE_BYTES = RANGE_BYTES + 12 * SET_BYTES;
/** Longest message Excel shows beside a cell, and longest list written out in a rule. */
const MOST_PROMPT = 255;
const MOST_LIST = 255;

/** Conditional formats; earlier ones of a sheet win, and Excel puts each new one first. */
export function conditionalFormatSteps(sheet: SheetModel): readonly Step[] {
  return [...sheet.conditionalFormats].reverse().map((format) => ({
    bytes: RULE_BYTES,
    run: (batch) => {
      const formats = batch.sheet(sheet.name).getRange(rangeAddress(format.range)).conditionalFormats;
      addRule(formats, format);
    },
  }));
}

function addRule(formats: Excel.ConditionalFormatCollection, format: ConditionalFormat): void {
  switch (format.kind) {
    case "colorScale": {
      const { colorScale } = formats.add("ColorScale");
      colorScale.criteria = {
        minimum: { type: "LowestValue", color: hex(format.from) },
        maximum: { type: "HighestValue", color: hex(format.to) },
      };
      return;
    }
    case "dataBar": {
      const { dataBar } = formats.add("DataBar");
      dataBar.positiveFormat.fillColor = hex(format.color);
      dataBar.positiveFormat.gradientFill = false;
      // From zero: a bar that starts at the smallest value lies about proportions.
      dataBar.lowerBoundRule = { type: "Number", formula: "0" };
      dataBar.upperBoundRule = { type: "HighestValue" };
      return;
    }
    case "textEquals": {
      const { cellValue } = formats.add("CellValue");
      cellValue.format.font.color = hex(format.color);
      if (format.fill !== null) cellValue.format.fill.color = hex(format.fill);
      cellValue.rule = { operator: "EqualTo", formula1: `="${format.text.replaceAll('"', '""')}"` };
      return;
    }
    case "formula": {
      const { custom } = formats.add("Custom");
      custom.rule.formula = `=${format.formula}`;
      if (format.color !== null) custom.format.font.color = hex(format.color);
      if (format.fill !== null) custom.format.fill.color = hex(format.fill);
    }
  }
}

/** Drop-down lists. A list that a rule cannot hold is left out: the cell then takes any text. */
export function validationSteps(sheet: SheetModel): readonly Step[] {
  return sheet.validations.flatMap((validation) => {
    const source = listSource(validation);
    if (source === null) return [];
    return [
      {
        bytes: RULE_BYTES,
        run: (batch) => {
          const { dataValidation } = batch.sheet(sheet.name).getRange(rangeAddress(validation.range));
          dataValidation.ignoreBlanks = true;
          dataValidation.rule = { list: { inCellDropDown: true, source } };
          const message = validation.prompt.slice(0, MOST_PROMPT);
          if (message !== "") dataValidation.prompt = { showPrompt: true, title: "", message };
        },
      } satisfies Step,
    ];
  });
}

function listSource(validation: Validation): string | null {
  if (validation.kind === "listRange") return `=${validation.source}`;
  const list = validation.values.join(",");
  return validation.values.some((value) => value.includes(",")) || list.length > MOST_LIST ? null : list;
}
