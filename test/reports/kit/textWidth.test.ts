import fc from "fast-check";
import { narrowestWidth, textWidth, wrappedLines } from "../../../src/reports/kit/textWidth";

test.each([
  { name: "nothing is no wide", text: "", width: 0 },
  { name: "letters and digits count one", text: "Tenure 12", width: 9 },
  { name: "ideographs count two", text: "客户画像", width: 8 },
  { name: "full-width punctuation counts two", text: "订单，", width: 6 },
  { name: "an emoji counts two", text: "🙂", width: 2 },
  { name: "the widest of several lines counts", text: "a\n客户\nabc", width: 4 },
])("$name", ({ text, width }) => {
  expect(textWidth(text)).toBe(width);
});

test.each([
  { name: "short text takes one line", text: "abc", width: 10, lines: 1 },
  { name: "an empty text still takes its line", text: "", width: 10, lines: 1 },
  { name: "line breaks count", text: "a\nb\nc", width: 10, lines: 3 },
  { name: "Latin text breaks at blanks", text: "aaaa aaaa aaaa", width: 5, lines: 3 },
  { name: "Chinese text breaks between characters", text: "客户画像报告", width: 6, lines: 2 },
  { name: "a word longer than the column is broken", text: "A".repeat(25), width: 10, lines: 3 },
])("$name", ({ text, width, lines }) => {
  expect(wrappedLines(text, width)).toBe(lines);
});

test("a narrower column never takes fewer lines", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 4, max: 80 }), (text, width) => {
      expect(wrappedLines(text, width)).toBeGreaterThanOrEqual(wrappedLines(text, width + 40));
    }),
  );
});

test.each([
  { name: "ideographs are halved", text: "最近消费天数", lines: 2, width: 6 },
  { name: "words stay whole", text: "Days since last order", lines: 2, width: 9 },
  { name: "one line needs all of it", text: "0000 0000", lines: 1, width: 9 },
  { name: "a single word is not broken", text: "000000", lines: 2, width: 6 },
])("the narrowest column: $name", ({ text, lines, width }) => {
  expect(narrowestWidth(text, lines)).toBe(width);
});

test("the narrowest column holds its text in its lines", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.integer({ min: 1, max: 3 }), (text, lines) => {
      const line = text.replaceAll(/\s+/g, " ").trim();
      const width = narrowestWidth(line, lines);
      expect(wrappedLines(line, width)).toBeLessThanOrEqual(lines);
    }),
  );
});
