import { parseArgs } from "node:util";
import { dayOf, isCalendarDate, SECONDS_PER_DAY, type DayNumber, type Moment } from "../core/math/day";
import type { MaskLevel, Settings } from "../core/settings";
import type { Holes, Locale, MessageKey } from "../i18n";
import { UsageError } from "./usageError";

/** What a person asked for on the command line; null: not said. */
export interface CommandLine {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly json: string | null;
  readonly settings: string | null;
  readonly asOf: DayNumber | null;
  readonly now: Moment | null;
  readonly locale: Locale | null;
  readonly mask: MaskLevel | null;
  readonly scope: Settings["reportScope"] | null;
  readonly task: "report" | "help" | "version";
}

export const DEFAULT_OUT = "tenure-report.xlsx";

const OPTIONS = {
  out: { type: "string" },
  "as-of": { type: "string" },
  now: { type: "string" },
  lang: { type: "string" },
  settings: { type: "string" },
  json: { type: "string" },
  mask: { type: "string" },
  scope: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

const LOCALES: Readonly<Record<string, Locale>> = { "zh-cn": "zh-CN", zh: "zh-CN", en: "en" };
const MASKS: readonly MaskLevel[] = ["none", "partial", "full"];
const SCOPES: readonly Settings["reportScope"][] = ["full", "compact"];
const DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const MOMENT = /^(\S+)[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/;

function dayIn(text: string): DayNumber | null {
  const [year, month, day] = (DAY.exec(text.trim()) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return isCalendarDate(year, month, day) ? dayOf(year, month, day) : null;
}

function momentIn(text: string): Moment | null {
  const match = MOMENT.exec(text.trim());
  const day = match ? dayIn(match[1] ?? "") : null;
  const [hours, minutes, seconds] = [match?.[2], match?.[3], match?.[4] ?? "0"].map(Number);
  if (day === null || hours === undefined || minutes === undefined || seconds === undefined) return null;
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return day * SECONDS_PER_DAY + hours * 3_600 + minutes * 60 + seconds;
}

/** With the way to all options behind it. */
function wrongOption(key: MessageKey, holes: Holes): UsageError {
  return new UsageError((t) => t("cli.seeHelp", { message: t(key, holes) }));
}

/** The value as `read` understands it, or the sentence that says what it should have been. */
function understood<T>(
  value: string | undefined,
  key: MessageKey,
  read: (text: string) => T | null | undefined,
): T | null {
  if (value === undefined) return null;
  const meaning = read(value);
  if (meaning === null || meaning === undefined) throw wrongOption(key, { value });
  return meaning;
}

/** The language of a command line that may otherwise make no sense, so that the complaint about it can be read. */
export function localeOf(argv: readonly string[]): Locale {
  const index = argv.findLastIndex((text) => text === "--lang" || text.startsWith("--lang="));
  const text = argv[index] === "--lang" ? argv[index + 1] : argv[index]?.slice("--lang=".length);
  return LOCALES[(text ?? "").toLowerCase()] ?? "zh-CN";
}

/**
 * Reads the arguments after the script's name.
 *
 * @throws UsageError for an option that does not exist, comes twice, or has no or a wrong value
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const inputs: string[] = [];
  const given: { -readonly [K in keyof typeof OPTIONS]?: string } = {};
  for (const token of tokens) {
    if (token.kind === "positional") inputs.push(token.value);
    if (token.kind !== "option") continue;
    const option = token.rawName;
    if (!Object.hasOwn(OPTIONS, token.name)) throw wrongOption("cli.arg.unknownOption", { option });
    const name = token.name as keyof typeof OPTIONS;
    const { type } = OPTIONS[name];
    if (given[name] !== undefined) throw wrongOption("cli.arg.repeated", { option });
    if (type === "boolean" && token.value !== undefined)
      throw wrongOption("cli.arg.needlessValue", { option });
    // "--out --json x" forgot the file's name; "--out=--json" would mean it.
    const swallowed = token.inlineValue === false && token.value?.startsWith("--") === true;
    if (type === "string" && (swallowed || token.value === undefined || token.value === ""))
      throw wrongOption("cli.arg.missingValue", { option });
    given[name] = token.value ?? "";
  }
  const locale = understood(given.lang, "cli.arg.badLanguage", (text) => LOCALES[text.toLowerCase()]);
  return {
    inputs,
    out:
      understood(given.out, "cli.arg.outNotXlsx", (text) => (/\.xlsx$/i.test(text) ? text : null)) ??
      DEFAULT_OUT,
    json: given.json ?? null,
    settings: given.settings ?? null,
    asOf: understood(given["as-of"], "cli.arg.badDate", dayIn),
    now: understood(given.now, "cli.arg.badMoment", momentIn),
    locale,
    mask: understood(given.mask, "cli.arg.badMask", (text) => MASKS.find((level) => level === text)),
    scope: understood(given.scope, "cli.arg.badScope", (text) => SCOPES.find((scope) => scope === text)),
    task: given.help !== undefined ? "help" : given.version !== undefined ? "version" : "report",
  };
}
