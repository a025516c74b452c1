import { parseArgs } from "node:util";
import type { Locale } from "../../i18n";

/** What a person asked of `npm start`. */
export interface StartOptions {
  /** null: any free port. */
  readonly port: number | null;
  /** null: the browser's language. */
  readonly lang: Locale | null;
}

/** An option nobody knows, or a value it cannot have. */
export class OptionError extends Error {
  override readonly name = "OptionError";
  constructor(readonly option: string) {
    super(`option ${option}`);
  }
}

const LOCALES: Readonly<Record<string, Locale>> = { "zh-cn": "zh-CN", zh: "zh-CN", en: "en" };
const LARGEST_PORT = 65_535;

/** @throws OptionError naming what makes no sense */
export function startOptions(argv: readonly string[]): StartOptions {
  const options = { port: { type: "string" }, lang: { type: "string" } } as const;
  let values: { readonly port?: string | undefined; readonly lang?: string | undefined };
  try {
    ({ values } = parseArgs({ args: [...argv], options }));
  } catch {
    const unknown = argv.find((text) => !/^--(?:port|lang)(?:=|$)/.test(text));
    throw new OptionError(unknown ?? argv.join(" "));
  }
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port > 0 && port <= LARGEST_PORT))
    throw new OptionError(`--port ${values.port}`);
  const lang = values.lang === undefined ? null : (LOCALES[values.lang.toLowerCase()] ?? undefined);
  if (lang === undefined) throw new OptionError(`--lang ${values.lang}`);
  return { port, lang };
}
