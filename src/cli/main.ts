import { readFileSync } from "node:fs";
import { translator } from "../i18n";
import { DEFAULT_OUT, localeOf, readCommandLine } from "./commandLine";
import { showProgress } from "./progress";
import { runReport } from "./report";
import { UsageError } from "./usageError";

const USAGE_EXIT = 2;
const CRASH_EXIT = 1;

function version(): string {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}

/** Runs one command line; every word goes to the screen, the outcome is the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const t = translator(localeOf(argv));
  const progress = showProgress(process.stderr);
  const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");
  try {
    const line = readCommandLine(argv);
    if (line.task === "help") console.log(t("cli.help", { defaultOut: DEFAULT_OUT }));
    else if (line.task === "version") console.log(t("cli.version", { version: version() }));
    else
      await runReport(line, {
        progress,
        note: (sentence) => {
          progress.done();
          console.error(t("cli.note", { message: oneLine(sentence) }));
        },
        print: (text) => console.log(text),
        clock: () => performance.now(),
      });
    return 0;
  } catch (error) {
    progress.done();
    if (process.env["TENURE_DEBUG"] === "1") console.error(error);
    if (error instanceof UsageError) {
      console.error(t("cli.error", { message: oneLine(error.say(t)) }));
      return USAGE_EXIT;
    }
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    console.error(t("cli.crash", { message: oneLine(message) }));
    return CRASH_EXIT;
  }
}

// npm runs scripts in the project's folder; paths on the command line are meant from where the person stands.
const standing = process.env["npm_lifecycle_event"] === "report" ? process.env["INIT_CWD"] : undefined;
if (standing !== undefined) process.chdir(standing);
// A reader that closes the pipe early ("| head") is no error.
process.stdout.on("error", () => process.exit());
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
