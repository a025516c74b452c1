import { WorkbookError, type WorkbookErrorCode } from "../../src/excel/desk";
import { translator } from "../../src/i18n";
import { describeWorkbookError } from "../../src/i18n/describeWorkbookError";

const CODES: readonly WorkbookErrorCode[] = [
  "cellEditMode",
  "protectedSheet",
  "protectedWorkbook",
  "readOnly",
  "mergedCells",
  "filteredRange",
  "sheetMissing",
  "tooLarge",
  "busy",
  "memory",
  "unsupported",
  "occupied",
  "cancelled",
  "unknown",
];

describe.each(["zh-CN", "en"] as const)("%s", (locale) => {
  const t = translator(locale);

  test.each(CODES)("%s has one sentence with its place and one without", (code) => {
    const placed = describeWorkbookError(
      t,
      new WorkbookError(code, { sheet: "赢回名单", address: "B2:C9", api: "Range.values", message: "why" }),
    );
    const bare = describeWorkbookError(t, new WorkbookError(code));
    expect(placed).not.toMatch(/[{}]/);
    expect(bare).not.toMatch(/[{}]/);
    expect(bare.length).toBeGreaterThan(5);
  });

  test("a place that is known is named", () => {
    const error = new WorkbookError("occupied", { sheet: "客户", address: "D4:D9" });
    expect(describeWorkbookError(t, error)).toContain("D4:D9");
  });
});

test.each([
  { code: "busy", retry: true },
  { code: "cellEditMode", retry: true },
  { code: "occupied", retry: false },
  { code: "protectedSheet", retry: false },
] as const)("$code: trying again may help: $retry", ({ code, retry }) => {
  expect(new WorkbookError(code).retry).toBe(retry);
});
