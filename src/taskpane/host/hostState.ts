import { missingSets } from "./requiredSets";

/** Where the pane finds itself. */
export type HostState =
  | { readonly status: "loading" }
  | { readonly status: "blocked" }
  | { readonly status: "outside" }
  | ({ readonly status: "inside" } & ExcelFacts)
  /** In an Excel that lacks what we cannot do without, named as "ExcelApi 1.9". */
  | ({ readonly status: "old"; readonly missing: readonly string[] } & ExcelFacts);

/** What Excel says of itself. */
export interface ExcelFacts {
  readonly displayLanguage: string | null;
  readonly darkTheme: boolean | null;
  /** Prefix for keys of local storage: Excel on the web frames the pane, and browsers divide storage then. */
  readonly partition: string;
}

/** How long Office.js may take to load, and then to answer: outside Excel it may stay silent for ever. */
const LOADING_MS = 15_000;
const ANSWER_MS = 5_000;

/** How often Excel's theme is looked at: it may change while the pane is open, and only Outlook has an event for that. */
const THEME_MS = 2_000;

/**
 * Follows the script element of Office.js and reports each change of state.
 *
 * A late answer still counts: a slow network must not leave the pane in the wrong state.
 */
export function watchHost(script: HTMLScriptElement, report: (state: HostState) => void): void {
  report({ status: "loading" });
  const loading = setTimeout(() => report({ status: "blocked" }), LOADING_MS);
  script.addEventListener("error", () => {
    clearTimeout(loading);
    report({ status: "blocked" });
  });
  script.addEventListener("load", () => {
    clearTimeout(loading);
    report({ status: "loading" });
    const silent = setTimeout(() => report({ status: "outside" }), ANSWER_MS);
    void Office.onReady().then(({ host }) => {
      clearTimeout(silent);
      if (String(host) !== "Excel") {
        report({ status: "outside" });
        return;
      }
      let known = insideExcel();
      report(known);
      setInterval(() => {
        const darkTheme = darkThemeNow();
        if (darkTheme === known.darkTheme) return;
        known = { ...known, darkTheme };
        report(known);
      }, THEME_MS);
    });
  });
}

function insideExcel(): Extract<HostState, ExcelFacts> {
  const { displayLanguage, partitionKey, requirements } = Office.context;
  const facts: ExcelFacts = {
    displayLanguage: displayLanguage ?? null,
    darkTheme: darkThemeNow(),
    partition: partitionKey ?? "",
  };
  const missing = missingSets((name, version) => requirements.isSetSupported(name, version));
  return missing.length === 0 ? { status: "inside", ...facts } : { status: "old", missing, ...facts };
}

/** Whether Excel's theme is dark as of now; null where Excel names none, as on the web. */
function darkThemeNow(): boolean | null {
  const { officeTheme } = Office.context;
  return officeTheme?.isDarkTheme ?? isDark(officeTheme?.bodyBackgroundColor);
}

/** Whether a colour such as #262626 is dark; null where the host names none. */
export function isDark(color: string | undefined): boolean | null {
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color ?? "");
  if (match === null) return null;
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16)) as [
    number,
    number,
    number,
  ];
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
