/** Lower case and width-normalised, without outer blanks. */
function plainName(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}

/** Whether a name pattern of the settings means this sheet: `*` stands for any text, case does not count. */
export function matchesName(pattern: string, name: string): boolean {
  if (name === "") return false;
  const parts = plainName(pattern)
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(plainName(name));
}

/**
 * What the settings say for a sheet: the entry of its own name before that of its file, exact names
 * before patterns.
 */
export function forSheet<T>(
  entries: Readonly<Record<string, T>>,
  file: string,
  sheet: string,
): { readonly pattern: string; readonly value: T } | null {
  const names = [sheet, file, file.replace(/\.[^.]*$/, ""), `${file}/${sheet}`];
  const patterns = Object.entries(entries).sort(
    ([a], [b]) => Number(a.includes("*")) - Number(b.includes("*")),
  );
  for (const name of names) {
    for (const [pattern, value] of patterns) if (matchesName(pattern, name)) return { pattern, value };
  }
  return null;
}
