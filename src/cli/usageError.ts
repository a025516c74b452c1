import type { Holes, MessageKey, Translate } from "../i18n";

/** Something the person who ran the command can put right; shown as one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** The sentence, in whatever language turns out to be wanted. */
  readonly say: (t: Translate) => string;

  constructor(sentence: MessageKey | ((t: Translate) => string), holes: Holes = {}) {
    super(typeof sentence === "string" ? sentence : "usage");
    this.say = typeof sentence === "string" ? (t) => t(sentence, holes) : sentence;
  }
}
