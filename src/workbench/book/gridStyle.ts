import type { IBorderData, IStyleData } from "@univerjs/core";
import type { BorderLine, CellStyle } from "../../reports";

/** Univer's numbers for what the model says in words. */
const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const BORDER = { thin: 1, hair: 2, medium: 8 } as const;
const WRAP = 3;
const YES = 1;
const INDENT_PX = 9;

/** Univer's types let nothing be absent, null or void. */
type Loose<T> = T | null | undefined | void;

const SIDES = { top: "t", bottom: "b", left: "l", right: "r" } as const;

/** A style of the model as the grid keeps it. */
export function gridStyle(
  style: CellStyle,
  body: { readonly font: string; readonly fontSize: number },
): IStyleData {
  const { font, fill, horizontal, vertical, wrap, indent, numberFormat, border } = style;
  return {
    ff: body.font,
    fs: font?.size ?? body.fontSize,
    ...(font?.bold === true && { bl: YES }),
    ...(font?.italic === true && { it: YES }),
    ...(font?.underline === true && { ul: { s: YES } }),
    ...(font?.color !== undefined && { cl: { rgb: webColor(font.color) } }),
    ...(fill !== undefined && { bg: { rgb: webColor(fill) } }),
    ...(horizontal !== undefined && { ht: HORIZONTAL[horizontal] }),
    vt: VERTICAL[vertical ?? "middle"],
    ...(wrap === true && { tb: WRAP }),
    ...(indent !== undefined && indent > 0 && { pd: { l: indent * INDENT_PX } }),
    ...(numberFormat !== undefined && { n: { pattern: numberFormat } }),
    ...(border !== undefined && { bd: gridBorders(border) }),
  };
}

function gridBorders(border: NonNullable<CellStyle["border"]>): IBorderData {
  const borders: IBorderData = {};
  for (const [side, key] of Object.entries(SIDES) as [keyof typeof SIDES, "t" | "b" | "l" | "r"][]) {
    const line = border[side];
    if (line !== undefined) borders[key] = { s: BORDER[line.weight], cl: { rgb: webColor(line.color) } };
  }
  return borders;
}

/** What the grid shows as a style of the model; what the model has no words for is left out. */
export function modelStyle(style: IStyleData): CellStyle {
  const { fs, bl, it, ul, cl, bg, ht, vt, tb, pd, n, bd } = style;
  const color = hexColor(cl?.rgb);
  const fill = hexColor(bg?.rgb);
  const font = {
    ...(fs !== undefined && { size: fs }),
    ...(bl === YES && { bold: true }),
    ...(it === YES && { italic: true }),
    ...(ul?.s === YES && { underline: true }),
    ...(color !== null && { color }),
  };
  const horizontal = wordOf(HORIZONTAL, ht);
  const vertical = wordOf(VERTICAL, vt);
  const border = modelBorders(bd ?? {});
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(fill !== null && { fill }),
    ...(horizontal !== null && { horizontal }),
    ...(vertical !== null && { vertical }),
    ...(tb === WRAP && { wrap: true }),
    ...(pd?.l !== undefined && pd.l >= INDENT_PX && { indent: Math.round(pd.l / INDENT_PX) }),
    ...(n?.pattern !== undefined && { numberFormat: n.pattern }),
    ...(border !== null && { border }),
  };
}

function modelBorders(borders: IBorderData): NonNullable<CellStyle["border"]> | null {
  const found: Partial<Record<keyof typeof SIDES, BorderLine>> = {};
  for (const [side, key] of Object.entries(SIDES) as [keyof typeof SIDES, "t" | "b" | "l" | "r"][]) {
    const line = borders[key];
    if (line === null || line === undefined || (line.s as number) === 0) continue;
    // Dashes and doubles have no word in the model: a plain line stands for them.
    found[side] = { weight: wordOf(BORDER, line.s) ?? "thin", color: hexColor(line.cl.rgb) ?? "000000" };
  }
  return Object.keys(found).length === 0 ? null : found;
}

function wordOf<Word extends string>(
  numbers: Readonly<Record<Word, number>>,
  number: Loose<number>,
): Word | null {
  return (Object.keys(numbers) as Word[]).find((word) => numbers[word] === number) ?? null;
}

export const webColor = (color: string): string => `#${color.replace("#", "")}`;

/** RRGGBB of "#0f6cbd", "#fff" or "rgb(15, 108, 189)"; null for none and for what is no colour. */
export function hexColor(color: Loose<string>): string | null {
  const text = (typeof color === "string" ? color : "").trim();
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  if (short !== null)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")
      .toUpperCase();
  const long = /^#([\da-f]{6})(?:[\da-f]{2})?$/i.exec(text);
  if (long !== null) return (long[1] ?? "").toUpperCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/i.exec(text);
  if (parts === null) return null;
  return parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
