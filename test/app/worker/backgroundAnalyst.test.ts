import type { Analyst, AnalystInput } from "../../../src/app/analyst";
import { createAnalyst } from "../../../src/app/createAnalyst";
import { AppProblem, type StepProgress } from "../../../src/app/services";
import { createBackgroundAnalyst } from "../../../src/app/worker/createBackgroundAnalyst";
import type { RemoteEnd } from "../../../src/app/worker/createRemoteAnalyst";
import { serveAnalyst } from "../../../src/app/worker/serveAnalyst";
import { SAMPLE_SEED, sampleShop } from "../../../src/sample";
import { fixtureSheets } from "../../support/analyseFiles";

jest.setTimeout(60_000);

const input = (sheets: AnalystInput["sheets"]): AnalystInput => ({
  sheets,
  overrides: { sheets: {}, columns: {} },
  settings: [],
  tierEdits: [],
  locale: "zh-CN",
});
const SAMPLE = input(sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" }));
/** Twenty customers: where it matters when something ends, not what comes out. */
const SMALL = input(fixtureSheets("mother-baby-shop"));

interface TestWorker {
  readonly start: () => Promise<RemoteEnd>;
  /** As if it had run out of memory. */
  readonly die: () => void;
  readonly started: () => number;
}

/**
 * Everything a worker is but for a thread of its own: what crosses is cloned, later, as structured data.
 *
 * @param inside - the analyst of the first worker; those after it have ours
 * @param hears - false: the first worker is too busy to take what it is told after the first call
 */
function testWorker(inside: () => Analyst = createAnalyst, hears = true): TestWorker {
  let started = 0;
  let die = (): void => undefined;
  return {
    started: () => started,
    die: () => die(),
    start: async () => {
      started += 1;
      const { port1: page, port2: worker } = new MessageChannel();
      serveAnalyst(worker, started === 1 ? inside() : createAnalyst());
      page.start();
      worker.start();
      opened.push(page);
      const reports: (() => void)[] = [];
      const end = (): void => page.close();
      die = () => {
        end();
        for (const report of reports) report();
      };
      const deaf = !hears && started === 1;
      const line: RemoteEnd["line"] = {
        addEventListener: (type, listener) => page.addEventListener(type, listener),
        postMessage: (message) => {
          if (!deaf || message.kind === "rows" || message.kind === "sheet") page.postMessage(message);
        },
      };
      return { line, end, onDeath: (report) => void reports.push(report) };
    },
  };
}

const opened: MessagePort[] = [];
afterEach(() => {
  for (const port of opened.splice(0)) port.close();
});

const noPage = (): Promise<Analyst> => Promise.reject(new Error("the page is not asked"));
const problemOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "it was done",
    (error: unknown) => (error instanceof AppProblem ? error.code : error),
  );
const soon = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Counts of a model, and its cells: what tells two reports apart, in a form that a failed test can print. */
async function seen(analyst: Analyst) {
  const steps: StepProgress["step"][] = [];
  const facts = await analyst.analyse(SAMPLE, ({ step }) => steps.push(step));
  const { model, words } = await analyst.report({ locale: "zh-CN", mask: "none" });
  const [hit] = await analyst.findCustomers("1", 1);
  return {
    steps,
    facts,
    words,
    sheets: model.sheets.map(({ id, blocks }) => `${id} ${String(blocks.length)}`),
    model: JSON.stringify(model),
    heights: model.sheets.map(({ rowHeights }) => [...rowHeights]),
    hit,
    named: await analyst.namedIn(["nobody", hit?.id ?? null]),
    lens: await analyst.customer(hit?.id ?? "", "zh-CN"),
    backtest: await analyst.backtest("en"),
    file: Buffer.from(await analyst.workbookFile({ locale: "en", mask: "full" })).length,
  };
}

test("in a worker the sample gives what it gives in place: every figure, cell and step", async () => {
  const inPlace = await seen(createAnalyst());
  const worker = testWorker();
  const inWorker = await seen(createBackgroundAnalyst({ startWorker: worker.start, inPlace: noPage }));
  const { model, ...rest } = inWorker;
  const { model: expected, ...others } = inPlace;
  expect(rest).toEqual(others);
  // Not toBe: two whole workbooks side by side are nobody's reading.
  expect(model === expected).toBe(true);
  expect(worker.started()).toBe(1);
});

test("where no worker starts, the page does the work", async () => {
  const analyst = createBackgroundAnalyst({
    startWorker: () => Promise.reject(new Error("refused")),
    inPlace: async () => createAnalyst(),
  });
  expect((await analyst.analyse(SMALL, () => undefined)).customers).toBe(20);
});

test("a problem comes over with its code, its holes and its place", async () => {
  const failing: Analyst = {
    ...createAnalyst(),
    analyse: () =>
      Promise.reject(
        new AppProblem(
          "nothingValid",
          { rows: 3 },
          {},
          { place: { sheet: "订单", address: "A2" }, retry: true },
        ),
      ),
    backtest: () => Promise.reject(new RangeError("too far")),
  };
  const analyst = createBackgroundAnalyst({ startWorker: testWorker(() => failing).start, inPlace: noPage });
  const problem = await analyst.analyse(SMALL, () => undefined).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(AppProblem);
  expect(problem).toMatchObject({
    code: "nothingValid",
    holes: { rows: 3 },
    detail: { place: { sheet: "订单", address: "A2" }, retry: true },
  });
  const unforeseen = (await analyst.backtest("en").catch((error: unknown) => error)) as Error;
  expect(`${unforeseen.name}: ${unforeseen.message}`).toBe("RangeError: too far");
  expect(unforeseen.stack).toContain("backgroundAnalyst.test");
});

describe("cancelled", () => {
  test("while it computes: the call ends at once, the worker stays and keeps the analysis before", async () => {
    const worker = testWorker();
    const analyst = createBackgroundAnalyst({ startWorker: worker.start, inPlace: noPage });
    const facts = await analyst.analyse(SMALL, () => undefined);
    const again = analyst.analyse(SMALL, ({ step }) => {
      if (step === "predict") analyst.cancel();
    });
    expect(await problemOf(again)).toBe("cancelled");
    expect(await analyst.findCustomers("1", 3)).toHaveLength(3);
    expect(await analyst.analyse(SMALL, () => undefined)).toEqual(facts);
    expect(worker.started()).toBe(1);
  });

  test("while rows are on their way: the rows that came are forgotten", async () => {
    const analyst = createBackgroundAnalyst({ startWorker: testWorker().start, inPlace: noPage });
    await analyst.findCustomers("1", 1).catch(() => undefined);
    const work = problemOf(analyst.analyse(SMALL, () => undefined));
    analyst.cancel();
    expect(await work).toBe("cancelled");
    expect((await analyst.analyse(SMALL, () => undefined)).quality.rawRows).toBe(
      (await createAnalyst().analyse(SMALL, () => undefined)).quality.rawRows,
    );
  });

  test("before the worker is there: nothing is analysed", async () => {
    const asked = jest.fn(() => Promise.reject(new Error("asked")));
    const worker = testWorker(() => ({ ...createAnalyst(), analyse: asked }));
    const analyst = createBackgroundAnalyst({ startWorker: worker.start, inPlace: noPage });
    const work = problemOf(analyst.analyse(SMALL, () => undefined));
    analyst.cancel();
    expect(await work).toBe("cancelled");
    expect(asked).not.toHaveBeenCalled();
  });

  test("a worker that does not hear is ended, and the next call has a new one", async () => {
    const worker = testWorker(createAnalyst, false);
    const analyst = createBackgroundAnalyst({ startWorker: worker.start, inPlace: noPage, graceMs: 20 });
    const work = problemOf(analyst.report({ locale: "en", mask: "none" }));
    const other = problemOf(analyst.backtest("en"));
    await soon(20);
    analyst.cancel();
    expect(await work).toBe("cancelled");
    expect(await other).toBe("analysisStopped");
    expect((await analyst.analyse(SMALL, () => undefined)).customers).toBe(20);
    expect(worker.started()).toBe(2);
  });
});

test("a worker that dies ends what was asked of it with one sentence, and the next call has a new one", async () => {
  const worker = testWorker();
  const analyst = createBackgroundAnalyst({ startWorker: worker.start, inPlace: noPage });
  const work = problemOf(
    analyst.analyse(SMALL, ({ step }) => {
      if (step === "analyse") worker.die();
    }),
  );
  expect(await work).toBe("analysisStopped");
  expect(await problemOf(analyst.backtest("en"))).toBe("noAnalysis");
  expect(worker.started()).toBe(2);
});
