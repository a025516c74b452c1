/** The grid's numbers for what a cell holds. */
export const CELL_TYPE = { text: 1, number: 2, boolean: 3, forcedText: 4 } as const;

/**
 * How a text is kept. One that reads as a number or a truth value is forced to stay text: else the grid makes
 * it a number as soon as its format changes.
 */
export function textType(text: string): 1 | 4 {
  const reads = text.trim() !== "" && (Number.isFinite(Number(text)) || /^(?:true|false)$/i.test(text));
  return reads ? CELL_TYPE.forcedText : CELL_TYPE.text;
}
