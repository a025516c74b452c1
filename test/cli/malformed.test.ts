import { existsSync, writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { openBench, type Bench } from "./runCli";

jest.setTimeout(60_000);

let bench: Bench;
beforeAll(() => {
  bench = openBench();
});
afterAll(() => bench.clear());

const HEAD = "订单编号,客户ID,付款时间,实付金额,商品\n";
const ROWS = "1,甲,2025-01-01,10,米粉\n2,乙,2025-02-01,11,面条\n3,甲,2025-03-01,12,米粉\n";

/** Bytes without any order, the same every time. */
function noise(length: number): Buffer {
  return deflateRawSync(
    Buffer.from(Array.from({ length: length * 4 }, (_, index) => (index * index * 31) >> 3)),
  );
}

/** UTF-16 with its mark, as old Excel writes "Unicode text". */
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");

/** A letter of Latin-1 in a file that claims nothing. */
const latin1 = (text: string) => Buffer.from(text, "latin1");

/** What a real report gives when its second half is missing. */
async function truncatedWorkbook(): Promise<Buffer> {
  writeFileSync(bench.path("whole.csv"), HEAD + ROWS);
  await bench.run("whole.csv", "--out", "whole.xlsx");
  const bytes = (await import("node:fs")).readFileSync(bench.path("whole.xlsx"));
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

describe("files that give no report: one line that names the file, exit code 2, no half file", () => {
  test.each<[string, string, Buffer | string | (() => Promise<Buffer>)]>([
    ["an empty file", "empty.csv", ""],
    ["blank lines only", "blank.csv", "\n\n  \n"],
    ["headings only", "heading.csv", HEAD],
    ["binary bytes named csv", "binary.csv", noise(3_000)],
    ["binary bytes named xlsx", "binary.xlsx", noise(3_000)],
    ["an empty workbook", "empty.xlsx", ""],
    ["a truncated workbook", "half.xlsx", truncatedWorkbook],
    ["a text file named xlsx", "text.xlsx", HEAD + ROWS],
    ["one column", "column.csv", "客户\n甲\n乙\n"],
    ["no date column", "undated.csv", "订单编号,客户ID,实付金额\n1,甲,10\n2,乙,11\n"],
    ["no row of headings", "bare.csv", "1,2,3\n4,5,6\n7,8,9\n"],
    ["headings nobody knows", "odd.csv", "foo,bar,baz\n1,2,3\n4,5,6\n"],
    ["a quotation mark that never closes", "quote.csv", `${HEAD}1,"甲,2025-01-01,10,米粉\n${ROWS}`],
    ["no row that counts", "worthless.csv", `${HEAD}1,甲,明天,10,米粉\n2,乙,2025-02-01,0,面条\n`],
    ["another kind of file", "picture.png", noise(300)],
  ])("%s", async (_, name, content) => {
    writeFileSync(bench.path(name), typeof content === "function" ? await content() : content);
    // Every other file in English: a process for each is what takes the time.
    const lang = name.length % 2 === 0 ? "en" : "zh-CN";
    const before = bench.files();
    const { code, out, err } = await bench.run(
      name,
      "--lang",
      lang,
      "--out",
      "never.xlsx",
      "--json",
      "never.json",
    );
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(lang === "en" ? /^Error: [^\n]*\n$/ : /^错误：[^\n]*\n$/);
    if (name !== "worthless.csv") expect(err).toContain(name.replace(/\..*$/, ""));
    expect(err).not.toMatch(/\bat .*:\d+:\d+|Error: .*Error:/);
    expect(bench.files()).toEqual(before);
  });
});

describe("files that look wrong and give a report all the same", () => {
  test.each<[string, string, Buffer | string, number]>([
    [
      "a repeated heading",
      "twice.csv",
      "订单编号,客户ID,付款时间,实付金额,实付金额\n1,甲,2025-01-01,10,99\n",
      1,
    ],
    ["UTF-16", "wide.csv", utf16(HEAD + ROWS), 3],
    ["Latin-1", "latin.csv", latin1("Order ID;Customer ID;Paid at;Amount paid\n1;Müller;2025-01-01;12\n"), 1],
    [
      "a cell of 300,000 characters",
      "long.csv",
      `${HEAD}${ROWS}4,甲,2025-03-02,9,${"长".repeat(300_000)}\n`,
      4,
    ],
    [
      "an id of 300,000 characters",
      "id.csv",
      `${HEAD}${ROWS}4,${"长".repeat(300_000)},2025-03-02,9,米粉\n`,
      4,
    ],
    [
      "text that a sheet would take for a formula",
      "formula.csv",
      `${HEAD}${ROWS}4,=1+1,2025-03-02,9,+SUM(A1)\n`,
      4,
    ],
  ])("%s", async (_, name, content, rows) => {
    writeFileSync(bench.path(name), content);
    const { code, err } = await bench.run(name, "--out", `${name}.xlsx`, "--json", `${name}.json`);
    expect(code).toBe(0);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
    expect(err.split("\n").every((line) => line === "" || line.startsWith("提示："))).toBe(true);
    expect(existsSync(bench.path(`${name}.xlsx`))).toBe(true);
    expect(bench.json(`${name}.json`)).toMatchObject({ dataQuality: { rawRows: rows, used: rows } });
  });
});
