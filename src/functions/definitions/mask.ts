import { MASK_KINDS, maskText } from "../../core/privacy";
import { define } from "./definition";

export const MASK = define({
  id: "MASK",
  parameters: {
    text: { kind: "text", whenBlank: "" },
    kind: { kind: "choice", choices: MASK_KINDS, whenBlank: null },
  },
  columns: ["functions.column.masked"],
  example: { formula: '=CRM.MASK("13800138000", "phone")', shows: "functions.example.MASK" },
  compute: ({ text, kind }) => maskText(text, kind, "partial"),
});
