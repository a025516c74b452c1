import { markName } from "../reports/model/reportMark";
import { RANGE_BYTES, SET_BYTES } from "./cellSteps";
import type { SheetPlan } from "./sheetPlan";
import type { Step } from "./steps";

/** Adds a sheet of the report, with the hidden name that marks it as ours. */
export function addSheetSteps({ id, name, carried }: SheetPlan): readonly Step[] {
  return [
    {
      bytes: RANGE_BYTES + 4 * SET_BYTES,
      run: ({ context }) => {
        const sheet = context.workbook.worksheets.add(name);
        if (carried.sheet.hidden === true) sheet.visibility = "Hidden";
        const mark = context.workbook.names.add(markName(id), sheet.getRange("A1"));
        mark.visible = false;
      },
    },
  ];
}
