import { isAwkwardText, writtenText } from "../../src/excel/writtenText";

test.each([
  { name: "plain words stay", text: "高价值", general: "高价值" },
  { name: "a formula stays text", text: "=1+1", general: "'=1+1" },
  { name: "a sign or an at-mark in front does too", text: "@张三", general: "'@张三" },
  { name: "a date in words does not become a date", text: "2025-12", general: "'2025-12" },
  { name: "a ratio does not become a time", text: "1:1:1", general: "'1:1:1" },
  { name: "full-width digits are digits", text: "１２３", general: "'１２３" },
  { name: "a truth in words stays words", text: "TRUE", general: "'TRUE" },
  { name: "an error in words stays words", text: "#N/A", general: "'#N/A" },
  { name: "an apostrophe of the text's own survives", text: "'quoted'", general: "''quoted'" },
  { name: "nothing stays nothing", text: "", general: "" },
  {
    name: "a sentence is too long to be a number",
    text: "本期共有 1,045 位客户，其中 210 位为高价值客户，较上期增加 12 位；详见客户评分与客户画像两张表。",
    general:
      "本期共有 1,045 位客户，其中 210 位为高价值客户，较上期增加 12 位；详见客户评分与客户画像两张表。",
  },
])("outside text cells $name", ({ text, general }) => {
  expect(writtenText(text, false)).toBe(general);
});

test.each(["=1+1", "007", "2025-12", "-", "TRUE"])("in a text cell %s is written as it is", (text) => {
  expect(writtenText(text, true)).toBe(text);
});

test.each([
  { name: "32,767 characters fit", length: 32_767, cut: 32_767, end: "a" },
  { name: "one more is cut to an ellipsis", length: 32_768, cut: 32_767, end: "…" },
])("$name", ({ length, cut, end }) => {
  const written = writtenText("a".repeat(length), true);
  expect(written).toHaveLength(cut);
  expect(written.at(-1)).toBe(end);
});

test("no character is cut in two", () => {
  const written = writtenText(`${"a".repeat(32_765)}😀😀`, true);
  expect(written).toBe(`${"a".repeat(32_765)}…`);
});

test("only a leading apostrophe is awkward in a text cell", () => {
  expect(["'a", "a'", "''", "‘a"].map(isAwkwardText)).toEqual([true, false, true, false]);
});
