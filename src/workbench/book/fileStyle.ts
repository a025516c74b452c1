import type { Border, Color, Style } from "@cj-tech-master/excelts";
import type { BorderLine, CellStyle } from "../../reports";

/** Colours of the theme Excel has had since 2013; a file's own theme is not read. */
const THEME = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
] as const;

const HORIZONTAL = new Set(["left", "center", "right"]);
const MEDIUM = new Set(["medium", "thick", "double", "mediumDashed"]);
const HAIR = new Set(["hair", "dotted"]);

/** A cell's look as a file states it, as far as the model has words for it. */
export function fileStyle(style: Partial<Style>): CellStyle {
  const { font, fill, alignment, border, numFmt } = style;
  const color = fileColor(font?.color);
  const ground = fill?.type === "pattern" && fill.pattern === "solid" ? fileColor(fill.fgColor) : null;
  const numberFormat = typeof numFmt === "string" ? numFmt : numFmt?.formatCode;
  const lines = {
    top: borderLine(border?.top),
    bottom: borderLine(border?.bottom),
    left: borderLine(border?.left),
    right: borderLine(border?.right),
  };
  const drawn = Object.fromEntries(Object.entries(lines).filter(([, line]) => line !== null));
  return {
    font: {
      ...(font?.size !== undefined && { size: font.size }),
      ...(font?.bold === true && { bold: true }),
      ...(font?.italic === true && { italic: true }),
      ...(font?.underline !== undefined && font.underline !== false && { underline: true }),
      ...(color !== null && { color }),
    },
    ...(ground !== null && { fill: ground }),
    ...(HORIZONTAL.has(alignment?.horizontal ?? "") && {
      horizontal: alignment?.horizontal as "left" | "center" | "right",
    }),
    // Excel's own default is the bottom of the cell.
    vertical: alignment?.vertical === "top" ? "top" : alignment?.vertical === "middle" ? "middle" : "bottom",
    ...(alignment?.wrapText === true && { wrap: true }),
    ...(alignment?.indent !== undefined && alignment.indent > 0 && { indent: alignment.indent }),
    ...(numberFormat !== undefined && numberFormat !== "General" && { numberFormat }),
    ...(Object.keys(drawn).length > 0 && { border: drawn as NonNullable<CellStyle["border"]> }),
  };
}

function borderLine(line: Partial<Border> | undefined): BorderLine | null {
  if (line?.style === undefined || (line.style as string) === "none") return null;
  const weight = MEDIUM.has(line.style) ? "medium" : HAIR.has(line.style) ? "hair" : "thin";
  return { weight, color: fileColor(line.color) ?? "000000" };
}

/** RRGGBB of a colour given outright or by its place in the theme; null: none, or the system's own. */
export function fileColor(color: Partial<Color> | undefined): string | null {
  if (color === undefined) return null;
  if (typeof color.argb === "string" && color.argb.length >= 6) return color.argb.slice(-6).toUpperCase();
  const base = color.theme === undefined ? undefined : THEME[color.theme];
  return base === undefined ? null : tinted(base, (color as { readonly tint?: number }).tint ?? 0);
}

/** Towards white for a positive tint, towards black for a negative one. */
function tinted(color: string, tint: number): string {
  return (color.match(/../g) ?? [])
    .map((part) => {
      const value = Number.parseInt(part, 16);
      const moved = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
      return Math.round(moved).toString(16).padStart(2, "0").toUpperCase();
    })
    .join("");
}
