import type { Borders, Style } from "@cj-tech-master/excelts";
import type { BorderLine, CellStyle } from "../reports/model/workbookModel";

/** The library's form of a style, in this font; `fontSize` holds where the style names none. */
export function libraryStyle(
  style: CellStyle,
  body: { readonly font: string; readonly fontSize: number },
): Partial<Style> {
  const { font, fill, horizontal, vertical, wrap, indent, numberFormat, border } = style;
  return {
    font: {
      name: body.font,
      size: font?.size ?? body.fontSize,
      ...(font?.bold === true && { bold: true }),
      ...(font?.italic === true && { italic: true }),
      ...(font?.underline === true && { underline: true }),
      ...(font?.color !== undefined && { color: opaque(font.color) }),
    },
    ...(fill !== undefined && { fill: { type: "pattern", pattern: "solid", fgColor: opaque(fill) } }),
    ...(numberFormat !== undefined && { numFmt: numberFormat }),
    alignment: {
      vertical: vertical ?? "middle",
      ...(horizontal !== undefined && { horizontal }),
      ...(wrap === true && { wrapText: true }),
      ...(indent !== undefined && indent > 0 && { indent }),
    },
    ...(border !== undefined && { border: libraryBorders(border) }),
  };
}

/** "0F6CBD" or "#0f6cbd" as the library's colour. */
export function opaque(color: string): { argb: string } {
  return { argb: `FF${hexColor(color)}` };
}

/** RRGGBB in capitals, without "#". */
export function hexColor(color: string): string {
  return color.replace("#", "").toUpperCase();
}

function libraryBorders(border: NonNullable<CellStyle["border"]>): Partial<Borders> {
  const borders: Partial<Borders> = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line: BorderLine | undefined = border[side];
    if (line !== undefined) borders[side] = { style: line.weight, color: opaque(line.color) };
  }
  return borders;
}
