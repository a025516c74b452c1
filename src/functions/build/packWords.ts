/** Words of each language by their keys; every language has the same keys. */
type WordTables = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Source of a module that exports the tables, written for size: the keys stand once for all languages, and
 * what the keys of an area begin with stands once for the area.
 *
 * @throws Error if a word holds one of the two signs that part words, or a language lacks a key
 */
export function packWords(name: string, tables: WordTables): string {
  const [first = {}] = Object.values(tables);
  const areas = new Map<string, string[]>();
  for (const key of Object.keys(first)) {
    const end = key.lastIndexOf(".") + 1;
    const area = key.slice(0, end);
    areas.set(area, [...(areas.get(area) ?? []), key.slice(end)]);
  }
  const keys = [...areas].flatMap(([area, names]) => names.map((end) => area + end));
  const packedKeys = [...areas].map(([area, names]) => [area, ...names].join(NEXT)).join(AREA);
  const packed = Object.entries(tables).map(([language, words]) => {
    const texts = keys.map((key) => {
      const text = words[key];
      if (text === undefined) throw new Error(`${key} has no word in ${language}`);
      if (text.includes(NEXT) || text.includes(AREA))
        throw new Error(`${key} cannot be packed in ${language}`);
      return text;
    });
    return `${language}: tableOf(${JSON.stringify(texts.join(NEXT))})`;
  });
  return `
const keys = ${JSON.stringify(packedKeys)}.split(${JSON.stringify(AREA)}).flatMap((area) => {
  const [start, ...ends] = area.split(${JSON.stringify(NEXT)});
  return ends.map((end) => start + end);
});
const tableOf = (words) => {
  const list = words.split(${JSON.stringify(NEXT)});
  return Object.fromEntries(keys.map((key, index) => [key, list[index]]));
};
export const ${name} = { ${packed.join(", ")} };
`;
}

const NEXT = "|";
const AREA = "\n";
