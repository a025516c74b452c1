import { en } from "./en";
import { zhCN } from "./zhCN";

export type MessageKey = keyof typeof en;
export type Locale = "zh-CN" | "en";

const MESSAGES: Record<Locale, Record<MessageKey, string>> = { en, "zh-CN": zhCN };

export type Holes = Readonly<Record<string, string | number>>;

/** Every word a person reads, by key. Holes are written {name}. */
export type Translate = (key: MessageKey, holes?: Holes) => string;

/** @throws Error if a hole of the sentence is not filled: a gap in a sentence is a mistake in the code. */
export function translator(locale: Locale): Translate {
  const messages = MESSAGES[locale];
  return (key, holes = {}) =>
    messages[key].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = holes[name];
      if (value === undefined) throw new Error(`no value for {${name}} in ${key}`);
      return String(value);
    });
}
