/**
 * A large order file in the workbench: how long it takes to open it and to report on it, and for how long at a
 * stretch the page cannot answer meanwhile.
 *
 *   npm run bench:workbench              # 100,000 orders
 *   npm run bench:workbench -- 20000
 *
 * With TENURE_PROFILE=folder, a profile of each phase is put there, for the Performance panel of the browser's tools.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { openWorkbench, type Workbench } from "../e2e/openWorkbench";
import { PATIENCE_MS, paneReport } from "../e2e/paneReport";
import startWorkbench, { stop } from "../e2e/startWorkbench";
import { manyOrders } from "./manyOrders";

const ROWS = 100_000;
/** Blocks of less than this nobody notices. */
const NOTICED_MS = 200;
/** Between two looks at the pane. */
const LOOK_MS = 200;
const SAMPLING_MICROSECONDS = 1_000;

/** A stretch during which the page could not answer, in milliseconds since the page was opened. */
interface Block {
  readonly start: number;
  readonly duration: number;
}

interface Phase {
  readonly name: string;
  readonly seconds: number;
  /** The longest come first. */
  readonly blocks: readonly Block[];
  /** What the pane said meanwhile, in order, and after how many seconds. */
  readonly said: readonly (readonly [number, string])[];
}

/** What the page under measurement keeps. */
interface Watched extends Window {
  blocks?: Block[];
  said?: [number, string][];
}

async function main(): Promise<void> {
  const rows = Number(process.argv[2] ?? ROWS);
  const folder = mkdtempSync(join(tmpdir(), "tenure-bench-"));
  const file = join(folder, "orders.csv");
  writeFileSync(file, manyOrders(rows));
  await startWorkbench();
  const bench = await openWorkbench({ lang: "zh-CN" });
  try {
    const pane = paneReport(bench);
    await pane.recognised();
    await watch(bench.page);
    console.log(`${rows} orders`);
    tell(
      await phase(bench, "open", async () => {
        await bench.openFile(file);
        await bench.page.getByTestId("file-name").getByText("orders.csv").waitFor({ timeout: PATIENCE_MS });
        await pane.recognised();
      }),
    );
    await pane.goTo("report");
    tell(await phase(bench, "report", () => pane.generate()));
    tell(await phase(bench, "refresh", () => pane.generate()));
    for (const fault of bench.faults) console.log(fault);
  } finally {
    await bench.close();
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function phase(bench: Workbench, name: string, work: () => Promise<void>): Promise<Phase> {
  const { page } = bench;
  const profiled = process.env["TENURE_PROFILE"];
  const session = profiled === undefined ? null : await startProfile(page);
  const from = await page.evaluate(() => {
    const watched = window as Watched;
    watched.blocks = [];
    watched.said = [];
    return performance.now();
  });
  await work();
  const { to, blocks, said } = await page.evaluate(() => {
    const watched = window as Watched;
    return { to: performance.now(), blocks: watched.blocks ?? [], said: watched.said ?? [] };
  });
  if (session !== null) {
    const { profile } = await session.send("Profiler.stop");
    writeFileSync(join(profiled ?? "", `${name}.cpuprofile`), JSON.stringify(profile));
  }
  return {
    name,
    seconds: (to - from) / 1_000,
    blocks: blocks.filter(({ duration }) => duration > NOTICED_MS).sort((a, b) => b.duration - a.duration),
    said: said.map(([at, text]) => [(at - from) / 1_000, text]),
  };
}

async function startProfile(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: SAMPLING_MICROSECONDS });
  await session.send("Profiler.start");
  return session;
}

/** Has the page keep its long tasks, those of the pane among them, and what the pane says of its progress. */
async function watch(page: Page): Promise<void> {
  await page.evaluate((everyMs) => {
    const watched = window as Watched;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        watched.blocks?.push({ start: startTime, duration });
    }).observe({ type: "longtask" });
    setInterval(() => {
      const shown = [document, document.querySelector("iframe")?.contentDocument]
        .flatMap((one) => [...(one?.querySelectorAll('[role="progressbar"]') ?? [])])
        .map((bar) => bar.parentElement?.innerText.replaceAll("\n", " ").trim() ?? "")
        .join(" | ");
      if (shown !== (watched.said?.at(-1)?.[1] ?? "")) watched.said?.push([performance.now(), shown]);
    }, everyMs);
  }, LOOK_MS);
}

function tell({ name, seconds, blocks, said }: Phase): void {
  const [longest] = blocks;
  console.log(`\n${name}: ${seconds.toFixed(1)} s`);
  console.log(`  longest block ${((longest?.duration ?? 0) / 1_000).toFixed(2)} s`);
  for (const { duration } of blocks.slice(0, 8)) console.log(`    ${(duration / 1_000).toFixed(2)} s`);
  console.log(`  progress shown ${said.length} times`);
  for (const [at, text] of steps(said)) console.log(`    ${at.toFixed(1)} s  ${text}`);
}

/** The first of each step: counts within one go by too fast. */
function steps(said: Phase["said"]): Phase["said"] {
  const step = (text: string): string => text.replaceAll(/\d[\d,]*/g, "#");
  return said.filter(([, text], index) => index === 0 || step(text) !== step(said[index - 1]?.[1] ?? ""));
}

void main();
