import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const DIST = join(__dirname, "../../dist");

function files(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

// `npm test` builds first; a test run by itself may come before any build.
const built = existsSync(DIST) ? files(DIST) : [];

test("nothing of the workbench, its grid or Office.js itself is in what ships", () => {
  expect(built.length).toBeGreaterThan(0);
  const found = built.filter((path) => {
    if (/office(?:\.debug)?\.js$|excel-win32/i.test(path)) return true;
    return (
      /\.(?:js|html|css)$/.test(path) &&
      /univerjs|tenureWorkbench|_richApiNativeBridge|无需 Excel/.test(readFileSync(path, "utf8"))
    );
  });
  expect(found).toEqual([]);
});
