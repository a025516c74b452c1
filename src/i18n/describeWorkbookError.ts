import type { MessageKey, Translate } from ".";

/** What Excel refused, with the place as far as it is known (`WorkbookError` of excel/). */
interface Refusal {
  readonly code: string;
  readonly data: {
    readonly sheet?: string;
    readonly address?: string;
    readonly api?: string;
    readonly message?: string;
  };
}

/** What a code's sentence names; without it, a sentence of its own says the same of no place. */
const NAMED: Readonly<Record<string, readonly (keyof Refusal["data"])[]>> = {
  protectedSheet: ["sheet"],
  mergedCells: ["sheet", "address"],
  filteredRange: ["sheet"],
  sheetMissing: ["sheet"],
  unsupported: ["api"],
  occupied: ["sheet", "address"],
};

/** The sentence for what Excel refused: the cause, the place, and what to do. */
export function describeWorkbookError(t: Translate, { code, data }: Refusal): string {
  const needed = NAMED[code] ?? [];
  const area = needed.every((name) => data[name] !== undefined) ? "workbook" : "workbookAnywhere";
  return t(`${area}.${code}` as MessageKey, { message: "–", ...data });
}
