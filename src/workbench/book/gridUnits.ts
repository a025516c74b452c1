/** Widths and heights in a file (characters of the body font, points) and on the screen (pixels at 100 %). */
const CHARACTER_PX = 7;
const CELL_PADDING_PX = 5;
const PX_PER_POINT = 96 / 72;

export const widthPx = (characters: number): number =>
  Math.round(characters * CHARACTER_PX) + CELL_PADDING_PX;
export const widthCharacters = (px: number): number =>
  Math.max(0, Math.round(((px - CELL_PADDING_PX) / CHARACTER_PX) * 100) / 100);
export const heightPx = (points: number): number => Math.round(points * PX_PER_POINT);
export const heightPoints = (px: number): number => Math.round((px / PX_PER_POINT) * 100) / 100;
