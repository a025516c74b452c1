import { translator, type MessageKey } from "../../src/i18n";
import { en } from "../../src/i18n/en";
import { zhCN } from "../../src/i18n/zhCN";

const keys = Object.keys(en) as MessageKey[];
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test("both languages have the same keys, none twice in two areas", () => {
  expect(Object.keys(zhCN).sort()).toEqual([...keys].sort());
});

test("a sentence has the same holes in both languages", () => {
  for (const key of keys) expect({ key, holes: holes(zhCN[key]) }).toEqual({ key, holes: holes(en[key]) });
});

test("no text is empty or padded, but for what joins the items of a list", () => {
  for (const [key, text] of [...Object.entries(en), ...Object.entries(zhCN)]) {
    const joint = /(Join|Separator)$/.test(key);
    if (text === "" || (!joint && text.trim() !== text)) throw new Error(`${key}: "${text}"`);
  }
});

test("Chinese sentences use full-width punctuation", () => {
  for (const [key, text] of Object.entries(zhCN) as [string, string][]) {
    if (/[一-鿿][,;:!?]|[一-鿿]\.(?![a-z.])/.test(text)) throw new Error(`${key}: ${text}`);
  }
});

test("a hole without a value is a mistake in the code, not a gap in the sentence", () => {
  const t = translator("en");
  const withHole = keys.find((key) => holes(en[key]).length > 0);
  if (withHole) expect(() => t(withHole)).toThrow(/no value for/);
});
