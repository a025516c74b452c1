import vm from "node:vm";
import { packWords } from "../../src/functions/build/packWords";
import { WORD_TABLES } from "../../src/functions/wordTables";

/** What the packed module exports. */
function unpacked(source: string): unknown {
  return vm.runInNewContext(`${source.replace("export const", "const")}; JSON.stringify(WORDS)`);
}

test("the words of the functions come out of the package as they went in", () => {
  expect(JSON.parse(String(unpacked(packWords("WORDS", WORD_TABLES))))).toEqual(WORD_TABLES);
});

test.each([
  ["no key", { en: {}, zh: {} }],
  ["keys of one part", { en: { yes: "Yes", no: "No" } }],
  ["an area that comes twice", { en: { "a.x": "1", "b.x": "2", "a.y": "" } }],
  ["quotes, holes and backslashes", { en: { "a.x": 'say "{what}" or \\n' }, zh: { "a.x": "“{what}”" } }],
])("%s", (_, tables) => {
  expect(JSON.parse(String(unpacked(packWords("WORDS", tables))))).toEqual(tables);
});

test.each([
  ["a sign that parts words", { en: { "a.x": "this|that" } }, "a.x cannot be packed in en"],
  ["a line break", { en: { "a.x": "this\nthat" } }, "a.x cannot be packed in en"],
  ["a missing word", { en: { "a.x": "this" }, zh: {} }, "a.x has no word in zh"],
])("%s is refused", (_, tables, sentence) => {
  expect(() => packWords("WORDS", tables)).toThrow(sentence);
});
