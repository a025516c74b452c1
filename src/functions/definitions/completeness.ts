import { InvalidArgumentError } from "../../core/errors";
import { completenessOfRange, fieldCheckNamed } from "../../core/quality";
import { isBlankOrZero } from "../arguments/cellOf";
import { filledHeight } from "../arguments/range";
import { define } from "./definition";

export const COMPLETENESS = define({
  parameters: {
    range: { kind: "range" },
    kinds: { kind: "words" },
  },
  compute({ range, kinds }) {
    const checks = (kinds ?? []).map((kind) => {
      const check = kind === "" ? "text" : fieldCheckNamed(kind);
      if (check === null) {
        throw new InvalidArgumentError("kinds", "notChoice", { value: kind, choices: "text, phone, email" });
      }
      return check;
    });
    const rows = Array.from({ length: filledHeight([range]) }, (_, row) =>
      Array.from({ length: range.width }, (_, column) => {
        const cell = range.cell(row, column);
        return isBlankOrZero(cell) ? null : cell;
      }),
    );
    return completenessOfRange(rows, checks);
  },
});
