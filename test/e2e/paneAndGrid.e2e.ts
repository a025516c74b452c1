import type { Locator } from "playwright-core";
import type {} from "@univerjs/sheets/facade";
import type { WorkbenchWindow } from "../../src/workbench/page/workbenchWindow";
import { openWorkbench, type Workbench } from "./openWorkbench";

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({ lang: "zh-CN" });
});
afterAll(() => bench.close());
afterEach(() => expect(bench.faults).toEqual([]));

const command = (id: string): Locator => bench.page.locator(`[data-command="${id}"]`);
const tab = (name: string): Locator => bench.pane.getByRole("tab", { name, exact: true });
/** A command has completed when its button can be clicked again. */
const completed = (id: string): Promise<void> =>
  bench.page.locator(`[data-command="${id}"]:enabled`).waitFor({ timeout: 120_000 });

test("the pane computes in a worker, which its policy lets in", async () => {
  await tab("数据").waitFor({ timeout: 60_000 });
  for (let tries = 0; bench.page.workers().length === 0 && tries < 100; tries++) {
    await bench.page.waitForTimeout(100);
  }
  const scripts = bench.page.workers().map((worker) => new URL(worker.url()).pathname);
  expect(scripts).toEqual([expect.stringMatching(/^\/addin\/tenure-analyst\.[0-9a-f]{8}\.js$/)]);
});

test("the lens shows the customer of the row that is clicked, also on another sheet", async () => {
  await tab("客户").click();
  await bench.goToSheet("订单");
  await bench.select("C2");
  const [[first]] = (await bench.values("B2", "订单")) as [[string]];
  await bench.pane.getByText(first, { exact: false }).first().waitFor({ timeout: 120_000 });
  const [[other]] = (await bench.values("B9", "订单")) as [[string]];
  expect(other).not.toBe(first);
  await bench.select("F9");
  await bench.pane.getByText(other, { exact: false }).first().waitFor({ timeout: 10_000 });
  const [[third]] = (await bench.values("A5", "客户")) as [[string]];
  await bench.goToSheet("客户");
  await bench.select("B5");
  await bench.pane.getByText(third, { exact: false }).first().waitFor({ timeout: 10_000 });
});

test("a button of the ribbon runs its command with the pane closed, brings the pane up, and completes", async () => {
  await bench.page.getByRole("button", { name: "隐藏任务窗格" }).click();
  await bench.page.locator("iframe").waitFor({ state: "hidden" });
  await command("Tenure.Generate").click();
  await bench.page.locator("iframe").waitFor({ state: "visible" });
  expect(await command("Tenure.Generate").isDisabled()).toBe(true);
  // The page and the grid answer while it computes.
  await bench.goToSheet("订单");
  await bench.select("D4");
  await completed("Tenure.Generate");
  expect(await bench.sheetNames()).toEqual(expect.arrayContaining(["KPI看板", "客户评分", "说明"]));
});

test("a command with nothing to do says so in the pane, and completes", async () => {
  await command("Tenure.Freeze").click();
  await bench.pane.getByText("工作簿里没有正在计算的 CRM 公式").waitFor({ timeout: 20_000 });
  await completed("Tenure.Freeze");
});

test("a list that the add-in puts on another sheet leaves the rows of the one that is shown as they are", async () => {
  await bench.goToSheet("订单");
  await tab("数据").waitFor({ timeout: 60_000 });
  const frame = bench.page.frames().find((one) => one.url().includes("taskpane"));
  if (frame === undefined) throw new Error("there is no pane");
  await frame.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const long = worksheets.getItem("订单").getRange("E3");
      long.values = [["一段很长的文字，一行里放不下。".repeat(12)]];
      long.format.wrapText = true;
      await context.sync();
      worksheets.getItem("客户").getRange("B2:B40").dataValidation.rule = {
        list: { inCellDropDown: true, source: "是,否" },
      };
      await context.sync();
    }),
  );
  const heights = (): Promise<number[]> =>
    bench.page.evaluate(() => {
      const book = (window as WorkbenchWindow).tenureWorkbench?.grid.getActiveWorkbook();
      return [1, 2, 3].map((row) => book?.getSheetByName("订单")?.getRowHeight(row) ?? 0);
    });
  // The page gathers changes of rules for a tenth of a second before it answers them.
  await bench.page.waitForTimeout(1_000);
  const [above, itself, below] = await heights();
  expect([itself, below]).toEqual([above, above]);
});
