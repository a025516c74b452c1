import type { IStyleData, Nullable, Styles } from "@univerjs/core";

const merges = new WeakMap<IStyleData, WeakMap<IStyleData, IStyleData>>();

/**
 * A look put over another; lines are put over lines side by side, and null takes off what is below.
 *
 * The same two looks give the same object: a list of ten thousand cells is described property by property, and
 * has a handful of looks.
 */
export function mergedStyle(below: IStyleData, above: IStyleData): IStyleData {
  const over = merges.get(below) ?? new WeakMap<IStyleData, IStyleData>();
  merges.set(below, over);
  const known = over.get(above);
  if (known !== undefined) return known;
  const merged = { ...below, ...above, ...(below.bd && above.bd && { bd: { ...below.bd, ...above.bd } }) };
  over.set(above, merged);
  return merged;
}

/**
 * Finds the grid's id of a look put over the one a cell has; each pair is worked out once.
 *
 * @returns undefined where nothing is left to look like
 */
export function createStyleMemo(): (
  styles: Styles,
  below: IStyleData | string | undefined,
  above: IStyleData,
) => string | undefined {
  const ids = new WeakMap<IStyleData, Map<string, string | undefined>>();
  return (styles, below, above) => {
    const known = ids.get(above) ?? new Map<string, string | undefined>();
    ids.set(above, known);
    const key = typeof below === "string" ? below : "";
    const isKept = below === undefined || typeof below === "string";
    if (isKept && known.has(key)) return known.get(key);
    const stands = (typeof below === "string" ? styles.get(below) : below) ?? {};
    const look = underlined(bare(mergedStyle(stands as IStyleData, above)));
    const id = Object.keys(look).length === 0 ? undefined : (styles.setValue(look) ?? undefined);
    if (isKept) known.set(key, id);
    return id;
  };
}

/** Without what says nothing: null takes a property off. */
function bare(style: IStyleData): IStyleData {
  const entries = Object.entries(style) as readonly (readonly [string, Nullable<object | string | number>])[];
  return Object.fromEntries(
    entries
      .map(([name, value]) => [name, name === "bd" && value ? bare(value as IStyleData) : value] as const)
      .filter(([, value]) => value !== null && value !== undefined && !isEmpty(value)),
  );
}

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

/** A line under a text has the text's colour. */
function underlined({ ul, ...look }: IStyleData): IStyleData {
  if (ul === undefined) return look;
  return { ...look, ul: look.cl ? { ...ul, cl: look.cl } : ul };
}
