import { translator, type Locale } from "../i18n";
import { deskWords } from "../i18n/deskWords";
import { describeProblem } from "../i18n/describeProblem";
import { describeWorkbookError } from "../i18n/describeWorkbookError";
import { WorkbookError, type Desk, type DeskWatch } from "../excel";
import { parseSettings } from "../sources";
import type { Analyst } from "./analyst";
import { freezeFormulas, repairFormulas, restoreFormulas } from "./formulaCare";
import { isInput, recogniseWorkbook } from "./recogniseWorkbook";
import { readTierEdits, tierEditSheet } from "./readTierEdits";
import { sampleModel } from "./sampleModel";
import {
  AppProblem,
  type AnalysisFacts,
  type AppServices,
  type GenerateOptions,
  type Place,
  type SavedChoices,
  type StepId,
  type Watch,
} from "./services";
import { settingsFileText } from "./settingsFile";

interface Surroundings {
  readonly desk: Desk;
  readonly analyst: Analyst;
  /** Language of the sentences for what Excel refuses. */
  readonly locale: () => Locale;
  /** Milliseconds on any clock that only goes forward. */
  readonly clock: () => number;
}

/** Keys of what is kept in the workbook's own settings. */
const CHOICES = "choices";
const REPORT = "report";

const NO_CHOICES: SavedChoices = { version: 1, overrides: { sheets: {}, columns: {} }, settings: {} };
/** Rows of a sheet that recognition looks at. */
const TOP_ROWS = 60;
const GENERATE_STEPS = 7;
const PREPARE_STEPS = 4;
/** Columns of a row that are looked at for a customer's id. */
const LENS_COLUMNS = "CV";

/** The steps behind pane and ribbon, over the open workbook and an analyst. */
export function createServices({ desk, analyst, locale, clock }: Surroundings): AppServices {
  /** Sheets the analysis at hand was read from. */
  let inputs: ReadonlySet<string> = new Set();

  const deskWatch = (watch: Watch, step: StepId, index: number, of: number): DeskWatch => ({
    signal: watch.signal,
    onProgress: (done, total) => watch.onStep({ step, index, of, done, total }),
  });
  /** Whatever Excel refuses comes out as one sentence with its place. */
  async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      if (error.code === "cancelled") throw new AppProblem("cancelled");
      const { sheet, address } = error.data;
      throw new AppProblem(
        "workbook",
        { reason: describeWorkbookError(translator(locale()), error) },
        {},
        {
          cause: error,
          retry: error.retry,
          ...(sheet !== undefined && { place: { sheet, address: address ?? "A1" } }),
        },
      );
    }
  }

  async function analysed(options: GenerateOptions, watch: Watch, of: number): Promise<AnalysisFacts> {
    watch.onStep({ step: "read", index: 1, of, done: null, total: null });
    const found = await desk.sheets();
    const names = found.filter(isInput).map(({ name }) => name);
    const reading = deskWatch(watch, "read", 1, of);
    const sheets = await desk.read(names, { limitRows: null }, reading);
    const edited = tierEditSheet(found);
    const tierEdits = edited === null ? [] : await readTierEdits(desk, edited, reading);
    const facts = await stoppable(watch, () =>
      analyst.analyse(
        {
          sheets,
          overrides: options.overrides,
          settings: [{ ...options.settings, language: options.locale === "en" ? "en" : "zh" }],
          tierEdits,
          locale: options.locale,
        },
        (progress) => watch.onStep({ ...progress, of }),
      ),
    );
    inputs = new Set(edited === null ? names : [...names, edited.name]);
    return facts;
  }

  /** Work of the analyst that ends when nobody wants it any more. */
  async function stoppable<Result>({ signal }: Watch, work: () => Promise<Result>): Promise<Result> {
    if (signal.aborted) throw new AppProblem("cancelled");
    const stop = () => analyst.cancel();
    signal.addEventListener("abort", stop);
    try {
      return await work();
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  async function recognised(watch: Watch): Promise<Awaited<ReturnType<AppServices["recognise"]>>> {
    const facts = await desk.sheets();
    const names = facts.filter(isInput).map(({ name }) => name);
    const top = await desk.read(names, { limitRows: TOP_ROWS }, deskWatch(watch, "recognise", 1, 1));
    const { overrides } = await loadChoices();
    const report = facts.flatMap(({ reportId, name }) => (reportId === null ? [] : [{ id: reportId, name }]));
    const kept = await desk.setting(REPORT);
    return {
      ...recogniseWorkbook(facts, top, overrides),
      report:
        report.length === 0
          ? null
          : {
              sheets: report.filter(({ id }) => id !== "chartData"),
              asOf: kept === null ? null : ((JSON.parse(kept) as { asOf?: number }).asOf ?? null),
            },
    };
  }

  async function loadChoices(): Promise<SavedChoices> {
    const text = await desk.setting(CHOICES);
    if (text === null) return NO_CHOICES;
    const kept = JSON.parse(text) as { readonly version: number };
    if (kept.version !== NO_CHOICES.version) throw new AppProblem("choicesTooNew");
    return kept as SavedChoices;
  }

  /** "Sheet1!A2:B9", or a range of the sheet that is selected. */
  async function placeOf(address: string): Promise<Place> {
    const match =
      /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)$/i.exec(
        address.trim(),
      );
    const cells = match?.[3];
    if (cells === undefined) throw new AppProblem("badAddress", { address });
    const named = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
    const sheet = named ?? (await desk.selection())?.sheet;
    if (sheet === undefined) throw new AppProblem("badAddress", { address });
    return { sheet, address: cells.replaceAll("$", "").toUpperCase() };
  }

  const formulaWatch = (watch: Watch) => deskWatch(watch, "read", 1, 1);

  return {
    recognise: (watch) => guarded(() => recognised(watch)),
    openSample: (language, watch) =>
      guarded(async () => {
        await desk.addSheets(sampleModel(language), deskWatch(watch, "write", 1, 1));
        return recognised(watch);
      }),
    generate: (options, watch) =>
      guarded(async () => {
        const begun = clock();
        const facts = await analysed(options, watch, GENERATE_STEPS);
        const step = (id: StepId, index: number) =>
          watch.onStep({ step: id, index, of: GENERATE_STEPS, done: null, total: null });
        step("build", 5);
        const mask = options.settings.mask ?? "none";
        const { model, words } = await stoppable(watch, () =>
          analyst.report({ locale: options.locale, mask }),
        );
        step("write", 6);
        const written = await desk.writeReport(
          model,
          deskWords(translator(options.locale)),
          deskWatch(watch, "write", 6, GENERATE_STEPS),
        );
        step("snapshot", 7);
        await desk.setSetting(REPORT, JSON.stringify({ asOf: facts.asOf }));
        return {
          ...facts,
          sheets: written.sheets.filter(({ id }) => id !== "chartData"),
          findings: words.findings,
          changes: words.changes,
          renamed: written.renamed,
          keptNotes: written.keptNotes,
          orphanNotes: written.orphanNotes,
          emptied: written.emptied.filter(({ id }) => id !== "chartData"),
          seconds: (clock() - begun) / 1_000,
        };
      }),
    prepare: (options, watch) => guarded(() => analysed(options, watch, PREPARE_STEPS)),

    findCustomers: (query, limit) => analyst.findCustomers(query, limit),
    customer: (id, language) => analyst.customer(id, language),
    selectedCustomer: () =>
      guarded(async () => {
        const selected = await desk.selection();
        const row = /\d+/.exec(selected?.address ?? "")?.[0];
        if (selected === null || row === undefined) return null;
        const [cells = []] = await desk.cells({
          sheet: selected.sheet,
          address: `A${row}:${LENS_COLUMNS}${row}`,
        });
        return analyst.namedIn(cells);
      }),
    backtest: (language) => analyst.backtest(language),
    whatIf: (change) => analyst.whatIf(change),

    selection: () =>
      guarded(async () => {
        const selected = await desk.selection();
        if (selected === null) return null;
        const first = await desk.cells({
          sheet: selected.sheet,
          address: firstRowOf(selected.address),
        });
        const cells = first[0] ?? [];
        const texts = cells.map((cell) => (typeof cell === "string" ? cell : ""));
        const isHead = selected.rows > 1 && texts.length > 0 && texts.every((text) => text !== "");
        return { ...selected, headings: isHead ? texts : null };
      }),
    cellsOf: (address, limit) =>
      guarded(async () => {
        const place = await placeOf(address);
        return desk.cells({ sheet: place.sheet, address: topOf(place.address, limit) });
      }),
    insertFormula: (formula) => guarded(() => desk.insertFormula(formula)),
    goTo: (place) => guarded(() => desk.select(place)),

    freezeFormulas: (watch) => guarded(() => freezeFormulas(desk, formulaWatch(watch))),
    restoreFormulas: () => guarded(() => restoreFormulas(desk)),
    repairFormulas: (watch) => guarded(() => repairFormulas(desk, formulaWatch(watch))),
    maskedCopy: (level, options, watch) =>
      guarded(async () => {
        await analysed(options, watch, PREPARE_STEPS);
        return stoppable(watch, () => analyst.workbookFile({ locale: options.locale, mask: level }));
      }),

    loadChoices: () => guarded(loadChoices),
    saveChoices: (choices) => guarded(() => desk.setSetting(CHOICES, JSON.stringify(choices))),
    exportSettings: () => guarded(async () => settingsFileText(await loadChoices())),
    importSettings: (text) =>
      guarded(async () => {
        let json: unknown;
        try {
          json = JSON.parse(text);
        } catch (error) {
          throw new AppProblem("settingsNotJson", {}, {}, { cause: error });
        }
        const { settings, overrides, problems } = parseSettings(json);
        const [problem] = problems;
        if (problem !== undefined) {
          throw new AppProblem("settingsUnreadable", {
            reason: describeProblem(translator(locale()), "settingProblem", problem),
          });
        }
        const choices: SavedChoices = { version: 1, settings, overrides };
        await desk.setSetting(CHOICES, JSON.stringify(choices));
        return choices;
      }),

    watchStale: (report) =>
      desk.onChanged(({ sheet, remote }) => {
        if (inputs.has(sheet)) report({ stale: true, remote });
      }),
    watchSelection: (report) => desk.onSelection(report),
  };
}

const RANGE = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/i;

/** The first row of a range: B2:D9 → B2:D2. */
function firstRowOf(address: string): string {
  const [, left = "A", top = "1", right = left] = RANGE.exec(address) ?? [];
  return `${left}${top}:${right}${top}`;
}

/** At most so many rows of a range: A2:A90000 → A2:A2001. */
function topOf(address: string, rows: number): string {
  const [, left = "A", top = "1", right = left, bottom = top] = RANGE.exec(address) ?? [];
  const last = Math.min(Number(bottom), Number(top) + rows - 1);
  return `${left}${top}:${right}${String(last)}`;
}
