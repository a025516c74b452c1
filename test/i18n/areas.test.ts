import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SOURCE = join(__dirname, "..", "..", "src");

/** Keys as each area file writes them, before the areas are merged into one. */
function keysByArea(language: string): ReadonlyMap<string, readonly string[]> {
  const folder = join(SOURCE, "i18n", language);
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(".ts") && file !== "index.ts")
      .map((file) => [
        file,
        [...readFileSync(join(folder, file), "utf8").matchAll(/^ {2}"([^"]+)":/gm)].map(
          (match) => match[1] ?? "",
        ),
      ]),
  );
}

function code(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== "i18n")
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return code(path);
      return /\.tsx?$/.test(entry.name) ? readFileSync(path, "utf8") : "";
    })
    .join("\n");
}

test.each(["en", "zhCN"])("%s: no key is written twice, in one area or in two", (language) => {
  const places = new Map<string, string[]>();
  for (const [file, keys] of keysByArea(language))
    for (const key of keys) places.set(key, [...(places.get(key) ?? []), file]);
  expect(places.size).toBeGreaterThan(300);
  expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
});

test("every word of the lists is asked for: by its key, or by a key put together from an id", () => {
  const text = code(SOURCE);
  const asked = (key: string) => {
    const area = key.slice(0, key.lastIndexOf("."));
    return text.includes(`"${key}"`) || text.includes(`\`${area}.\${`);
  };
  const keys = keysByArea("en").get("lists.ts") ?? [];
  expect(keys.length).toBeGreaterThan(200);
  expect(keys.filter((key) => !asked(key))).toEqual([]);
});
