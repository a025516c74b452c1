import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../src/cli/usageError";
import { writeFiles } from "../../src/cli/writeFiles";
import { translator } from "../../src/i18n";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tenure-write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("writing files", () => {
  test("all of them, in place of older ones, and nothing beside them", () => {
    writeFileSync(join(folder, "a"), "old");
    writeFiles([
      { path: join(folder, "a"), content: "new" },
      { path: join(folder, "b"), content: Uint8Array.of(98) },
    ]);
    expect(readdirSync(folder).sort()).toEqual(["a", "b"]);
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("new");
    expect(readFileSync(join(folder, "b"), "utf8")).toBe("b");
  });

  test.each([
    ["a folder that is not there", () => "missing/b"],
    [
      "a folder in the file's place",
      () => {
        mkdirSync(join(folder, "b"));
        return "b";
      },
    ],
  ])("%s: the sentence names the file, and no half-written file is left", (_, second) => {
    writeFileSync(join(folder, "a"), "old");
    const path = join(folder, second());
    const before = readdirSync(folder);
    let sentence = "";
    try {
      writeFiles([
        { path, content: "x" },
        { path: join(folder, "a"), content: "new" },
      ]);
    } catch (error) {
      if (error instanceof UsageError) sentence = error.say(translator("en"));
    }
    expect(sentence).toContain(path);
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("old");
  });
});
