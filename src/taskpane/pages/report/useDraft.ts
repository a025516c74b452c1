import type { InputProps } from "@fluentui/react-components";
import { useState } from "react";

/** What stands in a field while it is being typed into. */
type Draft =
  | { readonly status: "kept" }
  | { readonly status: "typing"; readonly text: string }
  | { readonly status: "refused"; readonly text: string };

interface DraftField {
  readonly input: Required<Pick<InputProps, "value" | "onChange" | "onBlur" | "onKeyDown">>;
  /** What stands there cannot be used; the value before still holds. */
  readonly refused: boolean;
}

/**
 * A field that takes what is typed when it is left, or at Enter: half a number is no mistake yet.
 *
 * @param kept - the value as text, shown while nothing is being typed
 * @param take - keeps the text; false where it cannot be used
 */
export function useDraft(kept: string, take: (text: string) => boolean): DraftField {
  const [draft, setDraft] = useState<Draft>({ status: "kept" });
  const commit = (): void => {
    if (draft.status !== "typing") return;
    setDraft(take(draft.text) ? { status: "kept" } : { status: "refused", text: draft.text });
  };
  return {
    input: {
      value: draft.status === "kept" ? kept : draft.text,
      onChange: (_, { value }) => setDraft({ status: "typing", text: value }),
      onBlur: commit,
      onKeyDown: (event) => {
        if (event.key === "Enter") commit();
        else if (event.key === "Escape" && draft.status !== "kept") setDraft({ status: "kept" });
      },
    },
    refused: draft.status === "refused",
  };
}
