import { dayOf } from "../../src/core/math/day";
import { translator, type Locale } from "../../src/i18n";
import { DEFAULT_OUT, localeOf, readCommandLine } from "../../src/cli/commandLine";
import { UsageError } from "../../src/cli/usageError";

function complaint(argv: readonly string[], locale: Locale = "en"): string {
  try {
    readCommandLine(argv);
  } catch (error) {
    if (error instanceof UsageError) return error.say(translator(locale));
    throw error;
  }
  return "";
}

describe("the command line", () => {
  test("says nothing: the sample, into the current folder", () => {
    expect(readCommandLine([])).toEqual({
      inputs: [],
      out: DEFAULT_OUT,
      json: null,
      settings: null,
      asOf: null,
      now: null,
      locale: null,
      mask: null,
      scope: null,
      task: "report",
    });
  });

  test("takes inputs and options in any order, with or without =", () => {
    const line = readCommandLine(
      [
        "a.csv",
        "--as-of",
        "2025-12-31",
        "b.xlsx",
        "--now=2025-12-31 18:00",
        "--lang=en",
        "--out",
        "x.xlsx",
      ].concat(["--json", "x.json", "--mask", "partial", "--settings", "s.json", "--scope", "compact"]),
    );
    expect(line).toEqual({
      inputs: ["a.csv", "b.xlsx"],
      out: "x.xlsx",
      json: "x.json",
      settings: "s.json",
      asOf: dayOf(2025, 12, 31),
      now: dayOf(2025, 12, 31) * 86_400 + 18 * 3_600,
      locale: "en",
      mask: "partial",
      scope: "compact",
      task: "report",
    });
  });

  test("after -- everything is a file", () => {
    expect(readCommandLine(["--", "--help"]).inputs).toEqual(["--help"]);
  });

  test.each([["--help"], ["-h"]])("%s asks for help", (option) => {
    expect(readCommandLine([option]).task).toBe("help");
  });
  test.each([["--version"], ["-v"]])("%s asks for the version", (option) => {
    expect(readCommandLine([option]).task).toBe("version");
  });

  test.each([
    ["an option nobody knows", ["--frobnicate"], "--frobnicate"],
    ["an option nobody knows, with a value", ["--asof=2025-12-31"], "--asof"],
    ["a misspelt short option", ["-x"], "-x"],
    ["a value that is missing at the end", ["--out"], "--out"],
    ["a value that is another option", ["--out", "--json", "x"], "--out"],
    ["an empty value", ["--json="], "--json"],
    ["an option given twice", ["--lang", "en", "--lang", "zh-CN"], "--lang"],
    ["a value for a switch", ["--help=yes"], "--help"],
    ["a day that does not exist", ["--as-of", "2025-02-30"], "2025-02-30"],
    ["a day nobody can read", ["--as-of", "yesterday"], "yesterday"],
    ["a day with the year last", ["--as-of", "31/12/2025"], "31/12/2025"],
    ["a moment without a time", ["--now", "2025-12-31"], "2025-12-31"],
    ["a moment after midnight's end", ["--now", "2025-12-31 24:30"], "24:30"],
    ["a language it does not speak", ["--lang", "fr"], "fr"],
    ["a scope it does not know", ["--scope", "short"], "short"],
    ["a mask level it does not know", ["--mask", "some"], "some"],
    ["an output that is no workbook", ["--out", "report.csv"], "report.csv"],
  ])("%s gets one line that names it, in both languages", (_, argv, named) => {
    for (const locale of ["en", "zh-CN"] as const) {
      expect(complaint(argv, locale)).toContain(named);
      expect(complaint(argv, locale)).not.toContain("\n");
      expect(complaint(argv, locale)).toContain("--help");
    }
  });

  test.each([
    [[], "zh-CN"],
    [["--lang", "en"], "en"],
    [["--lang=en", "--nonsense"], "en"],
    [["--lang", "zh"], "zh-CN"],
    [["--lang", "fr"], "zh-CN"],
    [["--lang"], "zh-CN"],
  ] as const)("%p is answered in %s", (argv, locale) => {
    expect(localeOf(argv)).toBe(locale);
  });
});
