import type { TierPortrait } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import type { StyleId } from "../../model/styles";
import type { CellValue } from "../../model/workbookModel";

export interface Content {
  readonly value: CellValue;
  readonly style: StyleId;
}

/** A line of the portraits: what it is about, and what stands under each tier. */
export interface Line {
  readonly label: string;
  readonly cell: (portrait: TierPortrait) => Content;
}

/** Of each kind the first few are named. */
export const LISTED = 3;

/** A figure, or the word that there is none. */
export function figure(value: number | null, style: StyleId, { t }: ReportContext): Content {
  return value === null ? { value: t("report.none"), style: "wordRight" } : { value, style };
}

/** A line of short texts, one below the other; `missing` where a tier has none. */
export function listLine(
  label: string,
  texts: (portrait: TierPortrait) => readonly string[],
  missing: string,
): Line {
  return {
    label,
    cell: (portrait) => {
      const items = texts(portrait);
      return items.length === 0
        ? { value: missing, style: "wordGreyWrap" }
        : { value: items.join("\n"), style: "textWrap" };
    },
  };
}
