import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildReport } from "../../src/reports";
import { smallAnalysis } from "../support/smallAnalysis";

const ROOT = join(__dirname, "../..");
const LIST_END = / *; */;

interface Requirement {
  readonly id: string;
  readonly computed: readonly string[];
  readonly shown: readonly string[];
  /** "file › part of a test's name" */
  readonly proofs: readonly string[];
}

/** The rows of requirements.md: | R1 | phrase | computed in | shown on | proved by | */
const requirements = readFileSync(join(__dirname, "requirements.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| R\d+ +\|/.test(line))
  .map((line): Requirement => {
    const [, id = "", , computed = "", shown = "", proofs = ""] = line.split("|").map((cell) => cell.trim());
    const parts = (cell: string) =>
      cell
        .replaceAll("`", "")
        .split(LIST_END)
        .filter((part) => part !== "");
    return { id, computed: parts(computed), shown: parts(shown), proofs: parts(proofs) };
  });

const functionIds = (
  JSON.parse(readFileSync(join(ROOT, "test/golden/functions.json"), "utf8")) as {
    readonly functions: readonly { readonly id: string }[];
  }
).functions.map(({ id }) => id);

/** Sheets that a report really has, and functions: where a person can look. */
const places: ReadonlySet<string> = new Set([
  ...buildReport(smallAnalysis(), "zh-CN").sheets.map(({ id }) => `sheet:${id}`),
  ...functionIds.map((id) => `CRM.${id}`),
]);

/** Names of the tests of a file, as far as they stand in quotes. */
function testNames(file: string): string {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(/(?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*')/g)]
    .map(([quoted]) => quoted)
    .join("\n");
}

test("every requirement of the brief has one row", () => {
  expect(requirements.map(({ id }) => id)).toEqual(
    Array.from({ length: 100 }, (_, index) => `R${index + 1}`),
  );
});

test.each(requirements.map((row) => [row.id, row] as const))(
  "%s is computed, shown and proved",
  (_, { computed, shown, proofs }) => {
    expect(computed).not.toEqual([]);
    expect(computed.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(shown).not.toEqual([]);
    expect(shown.filter((place) => !places.has(place))).toEqual([]);
    expect(proofs).not.toEqual([]);
    const unproved = proofs.filter((proof) => {
      const [file = "", name = ""] = proof.split(" › ");
      return name === "" || !existsSync(join(ROOT, file)) || !testNames(file).includes(name);
    });
    expect(unproved).toEqual([]);
  },
);
