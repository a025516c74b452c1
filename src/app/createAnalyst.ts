import type { Analysis } from "../core/analysis";
import { inSlices, type Steps } from "../core/math/steps";
import { normaliseId, type RawSheet } from "../core/tables";
import { translator, type Locale } from "../i18n";
import { describeProblem } from "../i18n/describeProblem";
import { reportChanges, reportFindings } from "../reports";
import type { Analyst, AnalystInput } from "./analyst";
import { analyseSheetsInSteps, type SheetsAnalysis } from "./analyseSheets";
import { buildWorkbook } from "./buildWorkbook";
import { AppProblem, type CustomerHit, type StepProgress } from "./services";
import { analysisFacts } from "./views/analysisFacts";
import { backtestView } from "./views/backtestView";
import { customerLens } from "./views/customerLens";
import { whatIfView } from "./views/whatIfView";

/** How long the pane may stand still while an analysis is made. */
const SLICE_MS = 40;
/** Steps of a whole report, of which the analyst makes the second to the fourth. */
const STEPS = 7;

interface Kept {
  readonly rawSheets: readonly RawSheet[];
  readonly found: SheetsAnalysis;
  readonly analysis: Analysis;
}

/** An analyst in the page itself: it works in slices, so that page and Excel have their turn. */
export function createAnalyst(): Analyst {
  let kept: Kept | null = null;
  /** The latest run; an older one that finds itself overtaken stops. */
  let run = 0;

  const atHand = (): Kept => {
    if (kept === null) throw new AppProblem("noAnalysis");
    return kept;
  };
  const hitOf = (row: Analysis["customers"][number]): CustomerHit => ({
    id: row.id,
    name: row.record?.name ?? "",
    tier: row.tier,
  });

  async function sliced<Result>(steps: Steps<Result>, onPart: (name: string) => void): Promise<Result> {
    const own = ++run;
    return inSlices(steps, {
      sliceMs: SLICE_MS,
      now: () => performance.now(),
      giveWay: async () => {
        await new Promise<void>((resume) => setTimeout(resume, 0));
        if (run !== own) throw new AppProblem("cancelled");
      },
      onPart,
    });
  }

  return {
    async analyse({ sheets, overrides, settings, tierEdits, locale }: AnalystInput, onStep) {
      const step = (id: StepProgress["step"], index: number) =>
        onStep({ step: id, index, of: STEPS, done: null, total: null });
      step("recognise", 2);
      const found = await sliced(analyseSheetsInSteps(sheets, { overrides, settings, tierEdits }), (part) => {
        if (part === "analyse") step("analyse", 3);
        if (part === "predict") step("predict", 4);
      });
      const { analysis } = usable(found, locale);
      kept = { rawSheets: sheets, found, analysis };
      return analysisFacts(analysis);
    },
    async report({ locale, mask }) {
      const { analysis } = atHand();
      const built = buildWorkbook(analysis, { locale, mask, copied: null });
      return {
        model: built.model,
        words: {
          findings: reportFindings(built.analysis, locale),
          changes: reportChanges(built.analysis, locale),
        },
      };
    },
    async workbookFile({ locale, mask }) {
      const { analysis, found, rawSheets } = atHand();
      const copied = { rawSheets, tables: found.tables };
      const { model } = buildWorkbook(analysis, { locale, mask, copied });
      const { writeWorkbook } = await import("../xlsx");
      return (await writeWorkbook(model)).bytes;
    },
    async namedIn(cells) {
      const { analysis } = atHand();
      const byKey = new Map(analysis.customers.map((row) => [row.key, row]));
      for (const cell of cells) {
        const row = byKey.get(normaliseId(cell));
        if (row !== undefined && row.key !== "") return hitOf(row);
      }
      return null;
    },
    async findCustomers(query, limit) {
      const wanted = query.normalize("NFKC").trim().toLowerCase();
      if (wanted === "") return [];
      const hits: CustomerHit[] = [];
      for (const row of atHand().analysis.customers) {
        if (hits.length >= limit) break;
        const texts = [row.id, row.record?.name ?? ""];
        if (texts.some((text) => text.normalize("NFKC").toLowerCase().includes(wanted)))
          hits.push(hitOf(row));
      }
      return hits;
    },
    async customer(id, locale) {
      const { analysis, found } = atHand();
      return customerLens(analysis, found.tables, id, locale);
    },
    async backtest(locale) {
      return backtestView(atHand().analysis, locale);
    },
    async whatIf(change) {
      return whatIfView(atHand().analysis, change);
    },
    cancel() {
      run++;
    },
  };
}

/** @throws AppProblem where nothing can be made of the sheets, with the reason */
function usable(found: SheetsAnalysis, locale: Locale): { readonly analysis: Analysis } {
  const [conflict] = found.settingConflicts;
  if (conflict !== undefined) {
    throw new AppProblem("settingConflict", {
      reason: describeProblem(translator(locale), "settingProblem", conflict),
    });
  }
  const { analysis } = found;
  if (analysis === null) throw new AppProblem("noOrders");
  if (analysis.book.orders.count === 0) {
    throw new AppProblem("nothingValid", { rows: analysis.quality.counts.rawRows });
  }
  return { analysis };
}
