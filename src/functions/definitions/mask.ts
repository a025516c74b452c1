import { MASK_KINDS, maskText } from "../../core/privacy";
import { define } from "./definition";

export const MASK = define({
  parameters: {
    text: { kind: "text", whenBlank: "" },
    kind: { kind: "choice", choices: MASK_KINDS, whenBlank: null },
  },
  compute: ({ text, kind }) => maskText(text, kind, "partial"),
});
