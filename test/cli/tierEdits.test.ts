import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readCommandLine } from "../../src/cli/commandLine";
import { runReport } from "../../src/cli/report";
import { readWorkbook } from "../../src/xlsx";

jest.setTimeout(60_000);

const FIXTURE = join(__dirname, "../fixtures/mother-baby-shop");
const folder = mkdtempSync(join(tmpdir(), "tenure-tier-edits-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Customer {
  readonly id: string;
  readonly tier: string;
  readonly computedTier: string;
  readonly tierOverride: { readonly tier: string; readonly reason: string; readonly from: string } | null;
}

async function report(inputs: readonly string[], name: string) {
  const out = join(folder, `${name}.xlsx`);
  const json = join(folder, `${name}.json`);
  const notes: string[] = [];
  await runReport(readCommandLine([...inputs, "--as-of", "2025-12-31", "--out", out, "--json", json]), {
    progress: { step: () => undefined, done: () => undefined },
    note: (sentence) => notes.push(sentence),
    print: () => undefined,
    clock: () => 0,
  });
  const { customers } = JSON.parse(readFileSync(json, "utf8")) as { readonly customers: readonly Customer[] };
  return { out, notes, customer: (id: string) => customers.find((one) => one.id === id) };
}

const rowsOf = (path: string, sheet: string) => {
  const read = readWorkbook(new Uint8Array(readFileSync(path)), "report.xlsx");
  if (!read.ok) throw new Error(read.failure);
  return read.sheets.find(({ name }) => name === sheet)?.rows ?? [];
};

/** Types texts into blank cells of the score list, as a person would, by heading, in the row of a customer. */
function type(path: string, customer: string, texts: Readonly<Record<string, string>>): void {
  const rows = rowsOf(path, "客户评分");
  const head = rows.findIndex((row) => row.includes("人工分层"));
  const row = rows.findIndex((line, index) => index > head && line.includes(customer));
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  const target = sheetWith(parts);
  let xml = strFromU8(parts[target] as Uint8Array);
  for (const [heading, text] of Object.entries(texts)) {
    const cell = `${columnName(rows[head]?.indexOf(heading) ?? -1)}${String(row + 1)}`;
    const blank = new RegExp(`<c r="${cell}"([^>]*?)/>`);
    if (!blank.test(xml)) throw new Error(`${cell} is not blank`);
    xml = xml.replace(blank, `<c r="${cell}"$1 t="inlineStr"><is><t>${text}</t></is></c>`);
  }
  writeFileSync(path, zipSync({ ...parts, [target]: strToU8(xml) }));
}

/** The sheet with the list tells itself by its drop-down: the tiers that can be set. */
function sheetWith(parts: Readonly<Record<string, Uint8Array>>): string {
  const found = Object.entries(parts).find(
    ([path, bytes]) =>
      /worksheets\/sheet\d+\.xml$/.test(path) && strFromU8(bytes).includes("高价值,中等,基础"),
  );
  if (found === undefined) throw new Error("no sheet has the drop-down");
  return found[0];
}

function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

test("a tier set in the last report's file goes before the computed one, and stays in the file after it", async () => {
  const first = await report(
    ["orders_taobao.csv", "customers.csv"].map((file) => join(FIXTURE, file)),
    "first",
  );
  const computed = first.customer("tb_user05")?.tier ?? "";
  expect(first.customer("tb_user05")).toMatchObject({ computedTier: computed, tierOverride: null });
  const [word, id] = computed === "basic" ? ["高价值", "high"] : ["基础", "basic"];
  type(first.out, "tb_user05", { 人工分层: word, 人工分层理由: "长期拖欠" });

  const second = await report([first.out], "second");
  expect(second.customer("tb_user05")).toMatchObject({
    tier: id,
    computedTier: computed,
    tierOverride: { tier: id, reason: "长期拖欠", from: "list" },
  });
  expect(second.notes.some((note) => note.includes("共 2 格"))).toBe(true);
  expect(
    rowsOf(second.out, "说明")
      .flat()
      .some((cell) => String(cell).includes("长期拖欠")),
  ).toBe(true);

  const third = await report([second.out], "third");
  expect(third.customer("tb_user05")?.tier).toBe(id);
  expect(rowsOf(third.out, "客户评分").flat()).toEqual(expect.arrayContaining(["长期拖欠", "计算层级"]));
});

test("a column of the customer sheet sets tiers, too", async () => {
  const customers = join(folder, "customers.csv");
  const [head = "", ...lines] = readFileSync(join(FIXTURE, "customers.csv"), "utf8").trim().split(/\r?\n/);
  writeFileSync(
    customers,
    [
      `${head},人工分层,人工分层理由`,
      ...lines.map((line, index) => `${line},${index === 0 ? "高价值,样板客户" : ","}`),
    ].join("\n"),
  );
  const id = lines[0]?.split(",")[0] ?? "";
  const { customer } = await report([join(FIXTURE, "orders_taobao.csv"), customers], "sheet");
  expect(customer(id)?.tierOverride).toEqual({ tier: "high", reason: "样板客户", from: "customers" });
});
