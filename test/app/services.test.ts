import { createAnalyst } from "../../src/app/createAnalyst";
import { createServices } from "../../src/app/createServices";
import { buildWorkbook } from "../../src/app/buildWorkbook";
import { AppProblem, type AppServices, type GenerateOptions, type Watch } from "../../src/app/services";
import { dayOf } from "../../src/core/math/day";
import { createDesk } from "../../src/excel";
import { readWorkbook } from "../../src/xlsx";
import { openTestExcel, type TestExcel } from "../excel/host/openTestExcel";
import { analysisOf, fixtureSheets } from "../support/analyseFiles";

jest.setTimeout(60_000);

const AS_OF = dayOf(2025, 12, 31);
const OPTIONS: GenerateOptions = {
  locale: "zh-CN",
  overrides: { sheets: {}, columns: {} },
  settings: { asOf: AS_OF },
};

/** The mother-baby shop in an open workbook. */
function openShop(): { readonly excel: TestExcel; readonly services: AppServices } {
  const excel = openTestExcel();
  for (const sheet of fixtureSheets("mother-baby-shop")) {
    // A spreadsheet shows the text of ="25000000000048".
    const shown = sheet.rows.map((row) =>
      row.map((cell) => (typeof cell === "string" ? cell.replace(/^="(.*)"$/, "$1") : cell)),
    );
    excel.book.fill(sheet.name, shown);
  }
  excel.use();
  let now = 0;
  const services = createServices({
    desk: createDesk(),
    analyst: createAnalyst(),
    locale: () => "zh-CN",
    clock: () => (now += 1_000),
  });
  return { excel, services };
}

const watch = (onStep: Watch["onStep"] = () => undefined, signal = new AbortController().signal): Watch => ({
  onStep,
  signal,
});

async function problemOf(work: Promise<unknown>): Promise<AppProblem> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppProblem) return error;
    throw error;
  }
  throw new Error("it was done");
}

describe("the mother-baby shop in a workbook", () => {
  test("tables are recognised with their columns and examples; nothing is a report yet", async () => {
    const { services } = openShop();
    const recognition = await services.recognise(watch());
    const kinds = recognition.tables.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(["channels", "customers", "orders", "surveys", "tickets"]);
    const orders = recognition.tables.find(({ kind }) => kind === "orders");
    expect(orders?.rows).toBe(84);
    expect(orders?.columns.find(({ field }) => field === "customerId")?.examples.length).toBeGreaterThan(0);
    expect(recognition.missing).toEqual(["touches", "targets"]);
    expect(recognition.report).toBeNull();
  });

  test("a report names its steps in order, writes every sheet of the command line's, and finds the same", async () => {
    const { excel, services } = openShop();
    const steps: string[] = [];
    const result = await services.generate(
      OPTIONS,
      watch(({ step }) => {
        if (steps.at(-1) !== step) steps.push(step);
      }),
    );
    expect(steps).toEqual(["read", "recognise", "analyse", "predict", "build", "write", "snapshot"]);
    expect(result).toMatchObject({ customers: 20, asOf: AS_OF, renamed: [], keptNotes: 0 });
    expect(result.quality).toMatchObject({ rawRows: 84, used: 75, beforeWindow: 2 });
    expect(result.findings[0]).toMatch(/净收入 ¥38,722/);

    const analysis = analysisOf(fixtureSheets("mother-baby-shop"), { asOf: AS_OF });
    const { model } = buildWorkbook(analysis, { locale: "zh-CN", mask: "none", copied: null });
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(model.sheets.map(({ name }) => name)),
    );
    // Every figure of the score list, cell by cell.
    const scores = model.sheets.find(({ id }) => id === "customerScores");
    const written = excel.book.sheet(scores?.name ?? "");
    for (const block of scores?.blocks ?? []) {
      block.values.forEach((line, down) =>
        line.forEach((value, right) => {
          if (typeof value !== "number") return;
          const cell = written.cells.get(`${String(block.row + down)},${String(block.column + right)}`);
          expect(cell?.value ?? null).toBeCloseTo(value, 9);
        }),
      );
    }
  });

  test("made twice, nothing in the workbook changes", async () => {
    const { excel, services } = openShop();
    await services.generate(OPTIONS, watch());
    const first = JSON.stringify(excel.book.state());
    const again = await services.generate(OPTIONS, watch());
    // Not toBe: two whole workbooks side by side are nobody's reading.
    expect(JSON.stringify(excel.book.state()) === first).toBe(true);
    expect(again.changes).toEqual([]);
  });

  test("a tier set by hand in the score list survives the next report and takes effect in it", async () => {
    const { excel, services } = openShop();
    await services.generate(OPTIONS, watch());
    const scores = excel.book.sheet("客户评分");
    const find = (text: string): { row: number; column: number } => {
      const place = [...scores.cells].find(([, cell]) => cell.value === text)?.[0] ?? "";
      const [row = -1, column = -1] = place.split(",").map(Number);
      return { row, column };
    };
    const tier = find("人工分层");
    const reason = find("人工分层理由");
    const { row } = find("tb_user05");
    const type = (at: { column: number }, text: string) =>
      scores.cells.set(`${String(row)},${String(at.column)}`, {
        ...scores.cells.get(`${String(row)},${String(at.column)}`),
        value: text,
      } as never);
    const before = (await services.customer("tb_user05", "zh-CN"))?.tier ?? "";
    const wanted = before === "high" ? "基础" : "高价值";
    type(tier, wanted);
    type(reason, "老客户介绍，准备签年单");

    const again = await services.generate(OPTIONS, watch());
    expect(again.keptNotes).toBe(2);
    const lens = await services.customer("tb_user05", "zh-CN");
    expect(lens?.tier).toBe(wanted === "基础" ? "basic" : "high");
    expect(lens?.override).toMatchObject({
      computed: before,
      reason: "老客户介绍，准备签年单",
      from: "list",
    });
    // Still there, beside the tier and the computed one.
    const moved = find("tb_user05");
    const cell = (column: number) => scores.cells.get(`${String(moved.row)},${String(column)}`)?.value;
    expect(cell(find("人工分层").column)).toBe(wanted);
    expect(cell(find("层级").column)).toBe(wanted);
    expect(cell(find("计算层级").column)).not.toBe(wanted);
    const cover = [...excel.book.sheet("说明").cells.values()].map(({ value }) => String(value));
    expect(cover.some((text) => text.includes("老客户介绍，准备签年单"))).toBe(true);

    // Taken back, the computed tier holds again.
    const at = { row: moved.row, column: find("人工分层").column };
    scores.cells.delete(`${String(at.row)},${String(at.column)}`);
    await services.generate(OPTIONS, watch());
    expect((await services.customer("tb_user05", "zh-CN"))?.tier).toBe(before);
  });

  test("next month's report compares with the snapshot this one kept", async () => {
    const { services } = openShop();
    await services.generate({ ...OPTIONS, settings: { asOf: dayOf(2025, 11, 30) } }, watch());
    const next = await services.generate(OPTIONS, watch());
    expect(next.changes[0]).toMatch(/与上次快照相比/);
  });

  test("cancelled while it analyses, the workbook is as it was", async () => {
    const { excel, services } = openShop();
    const before = JSON.stringify(excel.book.state());
    const abort = new AbortController();
    const problem = await problemOf(
      services.generate(
        OPTIONS,
        watch(({ step }) => {
          if (step === "predict") abort.abort();
        }, abort.signal),
      ),
    );
    expect(problem.code).toBe("cancelled");
    expect(JSON.stringify(excel.book.state())).toBe(before);
  });

  test("a customer is found by name, by id and by the selected row, with risk, timeline and next action", async () => {
    const { excel, services } = openShop();
    await services.prepare(OPTIONS, watch());
    const [hit] = await services.findCustomers("tb_user01", 5);
    expect(hit?.id).toBe("tb_user01");
    const lens = await services.customer("tb_user01", "zh-CN");
    expect(lens?.risk?.sentence).not.toBe("");
    expect(lens?.timeline.filter(({ kind }) => kind === "order").length).toBe(lens?.totalOrders);
    expect(lens?.nextAction?.action).not.toBe("");
    const orders = excel.book.sheets.find(({ name }) => name === "orders_taobao");
    if (orders === undefined) throw new Error("no orders");
    excel.book.selection = { sheet: orders, box: { row: 1, column: 3, rows: 1, columns: 1 } };
    expect((await services.selectedCustomer())?.id).toMatch(/^tb_user/);
    expect(await services.customer("nobody", "zh-CN")).toBeNull();
  });

  test("what-if answers on the shop's own figures", async () => {
    const { services } = openShop();
    await services.prepare(OPTIONS, watch());
    const view = await services.whatIf({
      retentionPoints: 0.05,
      cacChange: -0.3,
      topShare: 0.1,
      bottomShare: 0.2,
      weights: { r: 1, f: 1, m: 1 },
      margin: 1,
    });
    expect(view.acquisition?.cac).toBeCloseTo(177.6315789, 6);
    expect(view.moved).toBe(2);
    expect(view.retention.status).toBe("tooLittleData");
  });

  test("a masked copy is a workbook without names", async () => {
    const { services } = openShop();
    const bytes = await services.maskedCopy("full", OPTIONS, watch());
    const read = readWorkbook(bytes, "copy.xlsx");
    if (!read.ok) throw new Error(read.failure);
    const texts = read.sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === "string");
    expect(texts.some((text) => /tb_user\d\d/.test(text))).toBe(false);
  });

  test("an edit of an input marks the analysis stale, of another sheet it does not", async () => {
    const { excel, services } = openShop();
    excel.book.fill("别的", [["x"]]);
    await services.prepare({ ...OPTIONS, overrides: { sheets: { 别的: "ignore" }, columns: {} } }, watch());
    const seen: unknown[] = [];
    services.watchStale((state) => seen.push(state));
    await new Promise((resolve) => setTimeout(resolve, 20));
    excel.change("orders_taobao", "Remote");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([{ stale: true, remote: true }]);
  });
});

describe("what cannot be done", () => {
  test("a workbook without orders: one sentence, nothing written", async () => {
    const excel = openTestExcel();
    excel.book.fill("备忘", [["提醒"], ["买牛奶"]]);
    excel.use();
    const services = createServices({
      desk: createDesk(),
      analyst: createAnalyst(),
      locale: () => "zh-CN",
      clock: () => 0,
    });
    const before = JSON.stringify(excel.book.state());
    expect((await problemOf(services.generate(OPTIONS, watch()))).code).toBe("noOrders");
    expect(JSON.stringify(excel.book.state())).toBe(before);
    expect((await problemOf(services.backtest("zh-CN"))).code).toBe("noAnalysis");
  });

  test("settings that contradict each other are named before anything is written", async () => {
    const { services } = openShop();
    const problem = await problemOf(
      services.generate({ ...OPTIONS, settings: { asOf: AS_OF, topShare: 0.9, bottomShare: 0.9 } }, watch()),
    );
    expect(problem.code).toBe("settingConflict");
    expect(problem.holes["reason"]).toMatch(/之和超过 1/);
  });

  test.each([
    { text: "{", code: "settingsNotJson" },
    { text: '{"windowDays": 0}', code: "settingsUnreadable" },
  ])("a settings file $text is refused as $code, and nothing is kept", async ({ text, code }) => {
    const { services } = openShop();
    expect((await problemOf(services.importSettings(text))).code).toBe(code);
    expect((await services.loadChoices()).settings).toEqual({});
  });

  test("an address that is none is named", async () => {
    const { services } = openShop();
    expect((await problemOf(services.cellsOf("A2:?", 10))).holes).toEqual({ address: "A2:?" });
  });
});

describe("choices", () => {
  test("are kept in the workbook, and travel as a settings file", async () => {
    const { services } = openShop();
    const choices = {
      version: 1 as const,
      overrides: { sheets: { 备忘: "ignore" as const }, columns: { 订单: { paid: "实付" } } },
      settings: { asOf: AS_OF, windowDays: 180, service: { opensAt: 510, holidays: [dayOf(2025, 10, 1)] } },
    };
    await services.saveChoices(choices);
    expect(await services.loadChoices()).toEqual(choices);
    const file = await services.exportSettings();
    expect(JSON.parse(file)).toMatchObject({ asOf: "2025-12-31", service: { opensAt: "08:30" } });
    const other = openShop().services;
    expect(await other.importSettings(file)).toEqual(choices);
    expect(await other.loadChoices()).toEqual(choices);
  });

  test("of a newer version are left alone", async () => {
    const { services } = openShop();
    await services.saveChoices({ version: 2 } as never);
    expect((await problemOf(services.loadChoices())).code).toBe("choicesTooNew");
  });
});
