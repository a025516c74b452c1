import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const dist = join(__dirname, "../../dist");
const read = (file: string): string => readFileSync(join(dist, file), "utf8");

/** What the page loads before anything is clicked, Office.js and the functions aside. */
const FIRST_LOAD = ["taskpane.html", "taskpane.css", "taskpane.js"];

test("the pane's first load stays below 250 kB on the wire", () => {
  const bytes = FIRST_LOAD.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
  expect(bytes).toBeLessThan(250_000);
});

test.each([
  ["words of the settings page", "pane.masked.file", true],
  ["plots", "fui-cart", false],
  ["words of sheets", "report.asOfLine", false],
  ["words of help pages", "help.option.ties", false],
])("the first load and %s", (_, mark, holds) => {
  expect(read("taskpane.js").includes(mark)).toBe(holds);
});

test("functions.js knows nothing of React", () => {
  expect(read("functions.js")).not.toMatch(/react|createElement\("div"/i);
});

test("scripts come from the add-in and Office alone, and the one inline style let in is the empty one", () => {
  const [, policy = ""] = /Content-Security-Policy"?\s+content="([^"]+)"/.exec(read("taskpane.html")) ?? [];
  const rules = new Map(policy.split("; ").map((rule) => [rule.split(" ")[0], rule] as const));
  expect(rules.get("default-src")).toBe("default-src 'none'");
  expect(rules.get("script-src")).toBe("script-src 'self' https://appsforoffice.microsoft.com");
  expect(rules.get("style-src")).toBe(
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  );
  expect(policy).not.toMatch(/unsafe/);
});
