import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { SAMPLE_SEED, sampleShop } from "../../src/sample";
import { readWorkbook } from "../../src/xlsx";
import { openBench, type Bench } from "./runCli";

jest.setTimeout(60_000);

const FIXTURE = resolve(__dirname, "../fixtures/mother-baby-shop");
const FIXTURE_FILES = ["orders_taobao", "customers", "tickets", "channels", "survey"].map((name) =>
  join(FIXTURE, `${name}.csv`),
);
const AT = ["--as-of", "2025-12-31", "--now", "2025-12-31 18:00"];

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.clear());

function sheetNames(path: string): readonly string[] {
  const read = readWorkbook(readFileSync(path), path);
  return read.ok ? read.sheets.map(({ name }) => name) : [];
}

describe("the bundled sample", () => {
  test("without arguments: a Chinese report in the current folder, and a short summary", async () => {
    const { code, out, err } = await bench.run();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(bench.files()).toEqual(["tenure-report.xlsx"]);
    expect(out).toMatch(/订单行数 .*采用.*未采用/);
    expect(out).toMatch(/已生成 .*tenure-report\.xlsx（.*用时 [\d.]+ 秒）/);
    expect(sheetNames(bench.path("tenure-report.xlsx"))).toEqual(
      expect.arrayContaining(["KPI看板", "客户评分", "数据质量", "订单", "客户", "工单", "快照"]),
    );
  });

  test("with --lang en: an English report of an English shop", async () => {
    const { code, out, err } = await bench.run("--lang", "en", "--json", "result.json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(bench.files()).toEqual(["result.json", "tenure-report.xlsx"]);
    expect(out).toMatch(/Order rows .*used.*left out/);
    expect(out).not.toMatch(/[\u4e00-\u9fff]/);
    const result = bench.json("result.json") as {
      dataQuality: { rawRows: number; used: number; beforeWindow: number; rejected: Record<string, number> };
      movement: unknown;
      kpis: { status: string }[];
    };
    const { rawRows, used, beforeWindow, rejected } = result.dataQuality;
    expect(used + beforeWindow + Object.values(rejected).reduce((sum, count) => sum + count, 0)).toBe(
      rawRows,
    );
    expect(result.movement).not.toBeNull();
    const states = result.kpis.map(({ status }) => status);
    expect(states).toEqual(expect.arrayContaining(["met", "notMet", "noBaseline", "noTarget"]));
    expect(sheetNames(bench.path("tenure-report.xlsx"))).toEqual(
      expect.arrayContaining(["Orders", "Customers"]),
    );
  });

  test("--mask full leaves nobody's id, name, phone, e-mail, member or account number, with every kind of sheet", async () => {
    const { code } = await bench.run("--mask", "full", "--json", "r.json");
    expect(code).toBe(0);
    const json = readFileSync(bench.path("r.json"), "utf8");
    const read = readWorkbook(readFileSync(bench.path("tenure-report.xlsx")), "r.xlsx");
    const cells = JSON.stringify(read.ok ? read.sheets : []);
    const shown = new Set((json + cells).match(/"(?:[^"\\]|\\.)*"/g));
    const [head = [], ...rows] =
      sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" }).find(({ name }) => name === "客户")?.rows ?? [];
    const left: string[] = [];
    for (const field of ["客户ID", "姓名", "手机", "邮箱", "公司(账户)ID", "会员号"]) {
      const at = head.indexOf(field);
      const values = rows.map((row) => String(row[at] ?? "")).filter((value) => value !== "");
      expect(values.length).toBeGreaterThan(10);
      // Whole cells: short names stand inside other words, and figures hold any run of digits.
      left.push(
        ...values.filter((value) => shown.has(JSON.stringify(value))).map((value) => `${field} ${value}`),
      );
    }
    expect(left).toEqual([]);
  }, 120_000);
});

describe("files", () => {
  test("the same input gives the same files, byte for byte", async () => {
    await bench.run(...FIXTURE_FILES, ...AT, "--out", "one.xlsx", "--json", "one.json");
    await bench.run(...FIXTURE_FILES, ...AT, "--out", "two.xlsx", "--json", "two.json");
    expect(readFileSync(bench.path("two.json"))).toEqual(readFileSync(bench.path("one.json")));
    expect(readFileSync(bench.path("two.xlsx")).equals(readFileSync(bench.path("one.xlsx")))).toBe(true);
  });

  test("an input is never overwritten, whatever it is called", async () => {
    const content = readFileSync(FIXTURE_FILES[0] ?? "");
    const input = bench.path("orders.csv");
    writeFileSync(input, content);
    mkdirSync(bench.path("inner"));
    symlinkSync(input, bench.path("soft.xlsx"));
    linkSync(input, bench.path("hard.xlsx"));
    for (const args of [
      ["orders.csv", "--json", "orders.csv"],
      ["orders.csv", "--json", "./inner/../orders.csv"],
      ["orders.csv", "--out", "soft.xlsx"],
      ["orders.csv", "--out", "hard.xlsx"],
    ]) {
      const { code, err } = await bench.run(...args);
      expect(code).toBe(2);
      expect(err).toMatch(/^错误：.*覆盖.*orders\.csv.*\n$/);
      expect(readFileSync(input).equals(content)).toBe(true);
    }
    expect(bench.files()).toEqual(["hard.xlsx", "inner", "orders.csv", "soft.xlsx"]);
  });

  test("the settings file is an input too", async () => {
    writeFileSync(bench.path("s.json"), "{}");
    const { code, err } = await bench.run(...FIXTURE_FILES, "--settings", "s.json", "--json", "s.json");
    expect(code).toBe(2);
    expect(err).toContain("s.json");
    expect(readFileSync(bench.path("s.json"), "utf8")).toBe("{}");
  });

  test("a report made of a report reads the input again and not the results", async () => {
    await bench.run(...FIXTURE_FILES, ...AT, "--out", "one.xlsx", "--json", "one.json");
    const { code, out } = await bench.run("one.xlsx", ...AT, "--out", "two.xlsx", "--json", "two.json");
    expect(code).toBe(0);
    expect(out).toContain("84");
    const one = bench.json("one.json") as { customers: unknown; kpis: unknown };
    const two = bench.json("two.json") as typeof one;
    expect(two.customers).toEqual(one.customers);
    expect(two.kpis).toEqual(one.kpis);
    expect([...sheetNames(bench.path("two.xlsx"))].sort()).toEqual(
      [...sheetNames(bench.path("one.xlsx"))].sort(),
    );
  });

  test("a workbook whose copy would lose something: the report comes alone, and the part is named", async () => {
    await bench.run(...FIXTURE_FILES, ...AT, "--out", "plain.xlsx");
    const parts = unzipSync(readFileSync(bench.path("plain.xlsx")));
    const relations = "xl/_rels/workbook.xml.rels";
    const custom =
      '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>';
    parts[relations] = strToU8(
      strFromU8(parts[relations] ?? new Uint8Array()).replace(
        "</Relationships>",
        `${custom}</Relationships>`,
      ),
    );
    parts["customXml/item1.xml"] = strToU8("<mine/>");
    writeFileSync(bench.path("custom.xlsx"), zipSync(parts));
    const { code, err } = await bench.run("custom.xlsx", ...AT, "--lang", "en", "--out", "alone.xlsx");
    expect(code).toBe(0);
    expect(err).toMatch(/^Note: [^\n]*custom\.xlsx[^\n]*custom XML[^\n]*$/m);
    expect(sheetNames(bench.path("alone.xlsx"))).not.toContain("orders_taobao");
  });

  test("a file given twice counts once, and says so", async () => {
    const { code, err } = await bench.run(
      ...FIXTURE_FILES,
      FIXTURE_FILES[0] ?? "",
      ...AT,
      "--json",
      "r.json",
    );
    expect(code).toBe(0);
    expect(err).toContain("orders_taobao.csv");
    expect((bench.json("r.json") as { dataQuality: { rawRows: number } }).dataQuality.rawRows).toBe(84);
  });

  test("sheets nobody recognises are named in one line each, and the report comes all the same", async () => {
    writeFileSync(bench.path("strange.csv"), "foo,bar,baz\n1,2,3\n4,5,6\n");
    const { code, err } = await bench.run(...FIXTURE_FILES, "strange.csv", ...AT);
    expect(code).toBe(0);
    expect(
      err
        .trimEnd()
        .split("\n")
        .filter((line) => line.includes("strange")),
    ).toHaveLength(1);
  });
});

describe("what cannot be done", () => {
  test.each([
    ["an unknown option", ["--frobnicate"], /--frobnicate/],
    ["a file that is not there", ["nowhere.csv"], /nowhere\.csv/],
    ["a folder for an input", ["."], /文件夹/],
    ["a folder that is not there for the output", ["--out", "no/such/folder/x.xlsx"], /no\/such\/folder/],
    ["one file for report and JSON", ["--out", "x.xlsx", "--json", "./x.xlsx"], /x\.xlsx/],
  ])("%s: one line, exit code 2, nothing written", async (_, args, named) => {
    const { code, out, err } = await bench.run(...args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(/^错误：[^\n]*\n$/);
    expect(err).toMatch(named);
    expect(bench.files()).toEqual([]);
  });

  test("a settings file with mistakes names each of them", async () => {
    writeFileSync(bench.path("s.json"), '{ "windowDays": "long", "colour": 1 }');
    const { code, err } = await bench.run(...FIXTURE_FILES, "--settings", "s.json", "--lang", "en");
    expect(code).toBe(2);
    expect(err).toMatch(/^Error: [^\n]*windowDays[^\n]*colour[^\n]*\n$/);
    expect(bench.files()).toEqual(["s.json"]);
  });

  test("settings that only together make no sense are one line, exit code 2", async () => {
    writeFileSync(bench.path("s.json"), '{ "topShare": 0.9 }');
    const { code, err } = await bench.run(...FIXTURE_FILES, "--settings", "s.json");
    expect(code).toBe(2);
    expect(err).toMatch(/^错误：[^\n]*topShare（0\.9）[^\n]*bottomShare（0\.2）[^\n]*\n$/);
    expect(bench.files()).toEqual(["s.json"]);
  });

  test("a settings file that is no JSON says so in one line", async () => {
    writeFileSync(bench.path("s.json"), "{ windowDays: 365");
    const { code, err } = await bench.run("--settings", "s.json");
    expect(code).toBe(2);
    expect(err).toMatch(/^错误：[^\n]*s\.json[^\n]*\n$/);
  });

  test("customers without orders: the sentence says what an order sheet needs", async () => {
    const { code, err } = await bench.run(join(FIXTURE, "customers.csv"));
    expect(code).toBe(2);
    expect(err).toMatch(/^错误：[^\n]*订单[^\n]*\n$/);
    expect(bench.files()).toEqual([]);
  });
});

describe("settings", () => {
  test("columns nobody would recognise can be named in the settings file", async () => {
    writeFileSync(bench.path("odd.csv"), "who,when,what\na,2025-01-05,10\nb,2025-02-05,20\n");
    writeFileSync(
      bench.path("s.json"),
      JSON.stringify({
        sheets: { odd: "orders" },
        columns: { odd: { customerId: "who", paidAt: "when", paid: "what" } },
        windowDays: 100,
      }),
    );
    const { code } = await bench.run("odd.csv", "--settings", "s.json", "--json", "r.json");
    expect(code).toBe(0);
    expect(bench.json("r.json")).toMatchObject({
      asOf: "2025-02-05",
      window: ["2024-10-29", "2025-02-05"],
      dataQuality: { rawRows: 2, used: 2 },
    });
  });

  test("--mask full leaves no name, phone, e-mail or id, in the sheets or in the JSON", async () => {
    const { code } = await bench.run(...FIXTURE_FILES, ...AT, "--mask", "full", "--json", "r.json");
    expect(code).toBe(0);
    const text = readFileSync(bench.path("r.json"), "utf8");
    const read = readWorkbook(readFileSync(bench.path("tenure-report.xlsx")), "r.xlsx");
    const cells = read.ok ? JSON.stringify(read.sheets) : "";
    expect(cells.length).toBeGreaterThan(10_000);
    for (const shown of [text, cells]) {
      expect(shown).not.toMatch(/tb_user/);
      expect(shown).not.toMatch(/1380000\d{4}/);
      expect(shown).not.toMatch(/客户\d\d|收货人\d\d/);
      expect(shown).not.toMatch(/余杭区/);
    }
  });

  test("--mask partial keeps ids and the ends of phones", async () => {
    await bench.run(...FIXTURE_FILES, ...AT, "--mask", "partial", "--json", "r.json");
    const text = readFileSync(bench.path("r.json"), "utf8");
    expect(text).toMatch(/tb_user01/);
    expect(text).toMatch(/138\*\*\*\*1013/);
    expect(text).not.toMatch(/1380000\d{4}/);
    expect(text).not.toMatch(/客户\d\d/);
  });
});

describe("help and version", () => {
  test.each([
    [["--help"], /用法/],
    [["--help", "--lang", "en"], /Usage/],
    [["--version"], /^tenure \d+\.\d+\.\d+\n$/],
  ])("%p", async (args, shown) => {
    const { code, out, err } = await bench.run(...args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(shown);
    expect(bench.files()).toEqual([]);
  });
});
