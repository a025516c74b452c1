import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { readCsv, type FileProblem } from "../../src/sources";
import { encodeGbk, utf16, utf8 } from "./encode";

const FIXTURE = join(__dirname, "../fixtures/mother-baby-shop");
const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURE, name)));
const TEXT = "客户ID,付款时间,实付金额\n张三,2025-01-03,10.5\n李四,2025-01-04,20\n";
const ROWS = [
  ["客户ID", "付款时间", "实付金额"],
  ["张三", "2025-01-03", "10.5"],
  ["李四", "2025-01-04", "20"],
];

function read(bytes: Uint8Array, name = "orders.csv") {
  const result = readCsv(bytes, name);
  if ("problem" in result) throw new Error(result.problem.code);
  return result;
}

function problemOf(bytes: Uint8Array, name = "orders.csv"): FileProblem {
  const result = readCsv(bytes, name);
  if (!("problem" in result)) throw new Error("was read");
  return result.problem;
}

const concat = (...parts: readonly (readonly number[] | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

test.each([
  { name: "UTF-8 without mark", bytes: utf8(TEXT), encoding: "utf-8" },
  { name: "UTF-8 with mark", bytes: utf8(`\ufeff${TEXT}`), encoding: "utf-8" },
  { name: "UTF-16 little endian", bytes: utf16(TEXT, "le"), encoding: "utf-16le" },
  { name: "UTF-16 big endian", bytes: utf16(TEXT, "be"), encoding: "utf-16be" },
  { name: "GBK", bytes: encodeGbk(TEXT), encoding: "gb18030" },
])("$name gives the same rows", ({ bytes, encoding }) => {
  const result = read(bytes);
  expect(result.encoding).toBe(encoding);
  expect(result.sheet).toEqual({ file: "orders.csv", name: "orders", rows: ROWS, date1904: false });
});

test("a four-byte GB18030 character is read", () => {
  // U+3400, outside GBK: 81 39 EE 39.
  const bytes = concat(encodeGbk("姓名,金额\n张"), [0x81, 0x39, 0xee, 0x39], encodeGbk(",1\n王五,2\n"));
  expect(read(bytes).sheet.rows[1]).toEqual(["张㐀", "1"]);
});

test("accents of Western Europe are not taken for Chinese", () => {
  const latin = Uint8Array.from([..."Name;Amount\nJosé;5\nMüller;6\nAndrés;7\nGarcía;8\n"], (char) =>
    char.charCodeAt(0),
  );
  const result = read(latin);
  expect(result.encoding).toBe("windows-1252");
  expect(result.sheet.rows.slice(1)).toEqual([
    ["José", "5"],
    ["Müller", "6"],
    ["Andrés", "7"],
    ["García", "8"],
  ]);
});

test("a UTF-8 file cut off inside a character is still UTF-8", () => {
  const whole = utf8(TEXT + "王五,2025-01-05,30,备");
  const result = read(whole.subarray(0, whole.length - 1));
  expect(result.encoding).toBe("utf-8");
  expect(result.sheet.rows[3]?.slice(0, 3)).toEqual(["王五", "2025-01-05", "30"]);
});

test("one damaged character in a long UTF-8 text is counted and changes nothing else", () => {
  const bytes = concat(utf8(TEXT.repeat(5)), utf8("赵"), [0xe6], utf8(",2025-01-06,1\n"));
  const result = read(bytes);
  expect(result).toMatchObject({ encoding: "utf-8", damaged: 1 });
  expect(result.sheet.rows.at(-1)).toEqual(["赵\ufffd", "2025-01-06", "1"]);
});

test.each([
  { name: "comma", delimiter: "," },
  { name: "semicolon", delimiter: ";" },
  { name: "tab", delimiter: "\t" },
  { name: "pipe", delimiter: "|" },
] as const)("$name separates, whatever the text of the cells holds", ({ delimiter }) => {
  const rows = [
    ["订单编号", "买家", "宝贝标题", "金额"],
    ["1", "张三", "奶粉，3段; 赠品|小勺, 一份", "1,299.00"],
    ["2", "李四", '说明："加急", 请; 电话; 联系', "88"],
    ["3", "王五", "第一行\n第二行; 第三, 行", "¥1,000"],
  ];
  const text = Papa.unparse(rows, { delimiter, newline: "\r\n" });
  const result = read(utf8(text));
  expect(result.delimiter).toBe(delimiter);
  expect(result.sheet.rows).toEqual(rows);
});

test("what is written is read back, whatever the cells hold", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "中", ",", ";", "|", "\t", '"', "\n", " ", "=", "1") });
  const table = fc
    .integer({ min: 2, max: 6 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  fc.assert(
    fc.property(table, fc.constantFrom(",", ";", "\t", "|"), (body, delimiter) => {
      const heading = (body[0] ?? []).map((_, index) => `标题${index}`);
      const rows = [heading, ...body, heading, heading, heading];
      const result = read(utf8(Papa.unparse(rows, { delimiter, newline: "\n", quotes: true })));
      expect(result.delimiter).toBe(delimiter);
      expect(result.sheet.rows).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});

test("decimal commas in a semicolon file do not make it a comma file", () => {
  const result = read(utf8("Customer;Date;Amount\nA;2025-01-03;10,50\nB;2025-01-04;3,99\n"));
  expect(result.sheet.rows[1]).toEqual(["A", "2025-01-03", "10,50"]);
});

test("a first line sep=; names the separator and keeps its row", () => {
  expect(read(utf8("sep=;\r\na;b,c\r\n1;2,3\r\n")).sheet.rows).toEqual([[], ["a", "b,c"], ["1", "2,3"]]);
});

test.each([
  {
    name: "blank lines are rows",
    text: "a,b\n\n1,2\n\n\n3,4\n",
    rows: [["a", "b"], [""], ["1", "2"], [""], [""], ["3", "4"]],
  },
  {
    name: "rows may be ragged",
    text: "a,b,c\n1\n1,2,3,4\n",
    rows: [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]],
  },
  {
    name: "a wrapper stays text",
    text: 'a,b\n="0012",x\n"=""25""",y\n',
    rows: [
      ["a", "b"],
      ['="0012"', "x"],
      ['="25"', "y"],
    ],
  },
  {
    name: "blanks inside cells stay",
    text: "a,b\n x , y\n",
    rows: [
      ["a", "b"],
      [" x ", " y"],
    ],
  },
  {
    name: "line ends of two kinds in one file",
    text: 'a,b\r\n1,2\n3,4\r\n\r\n5,"6"\r\n"x\r\ny",7\r\n',
    rows: [["a", "b"], ["1", "2"], ["3", "4"], [""], ["5", "6"], ["x\r\ny", "7"]],
  },
  {
    name: "line ends of old Macs",
    text: "a,b\r1,2\r\r3,4\r",
    rows: [["a", "b"], ["1", "2"], [""], ["3", "4"]],
  },
  { name: "one column", text: "姓名\n张三\n李四\n", rows: [["姓名"], ["张三"], ["李四"]] },
  { name: "headings only", text: "a,b,c", rows: [["a", "b", "c"]] },
  {
    name: "duplicate headings stay",
    text: "a,a\n1,2\n",
    rows: [
      ["a", "a"],
      ["1", "2"],
    ],
  },
])("$name", ({ text, rows }) => {
  expect(read(utf8(text)).sheet.rows).toEqual(rows);
});

test("a cell of 300,000 characters comes whole", () => {
  const long = `${"长".repeat(150_000)}\n${"x,".repeat(75_000)}`;
  const result = read(utf8(`a,b\n"${long}",1\n2,3\n`));
  expect(result.sheet.rows).toEqual([
    ["a", "b"],
    [long, "1"],
    ["2", "3"],
  ]);
});

test.each([
  { name: "nothing", bytes: new Uint8Array(0), code: "emptyFile" },
  { name: "a mark alone", bytes: utf8("\ufeff"), code: "emptyFile" },
  { name: "blanks and line ends", bytes: utf8(" \r\n \n"), code: "emptyFile" },
  {
    name: "an xlsx file",
    bytes: concat([0x50, 0x4b, 3, 4, 20, 0], new Uint8Array(60)),
    code: "workbookNamedCsv",
  },
  {
    name: "an xls file",
    bytes: concat([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], new Uint8Array(60)),
    code: "oldWorkbook",
  },
  { name: "zero bytes", bytes: concat(utf8("a,b\n1,"), [0, 1, 2], utf8("\n")), code: "notText" },
  { name: "a gzip file", bytes: concat([0x1f, 0x8b, 8], new Uint8Array(20).fill(7)), code: "notText" },
  { name: "a PDF", bytes: utf8("%PDF-1.7 and so on"), code: "notText" },
  {
    name: "bytes of no encoding",
    bytes: Uint8Array.from({ length: 4000 }, (_, i) => 0x80 + ((i * 97 + (i >> 3) * 31) % 128)),
    code: "unknownEncoding",
  },
] as const)("$name is one problem: $code", ({ bytes, code }) => {
  expect(problemOf(bytes)).toMatchObject({ code, holes: { file: "orders.csv" } });
});

test("a quotation mark that never closes names the row it opens in", () => {
  const problem = problemOf(utf8('a,b\n1,2\n"5寸,3\n4,5\n6,7\n'));
  expect(problem).toMatchObject({ code: "unclosedQuote", holes: { row: 3 } });
});

test("folders are cut off the file's name", () => {
  expect(read(utf8(TEXT), "C:\\data\\2025\\订单.csv").sheet).toMatchObject({
    file: "订单.csv",
    name: "订单",
  });
});

test.each(["orders_taobao.csv", "customers.csv", "tickets.csv", "channels.csv", "survey.csv"])(
  "%s reads the same from GBK, semicolons and UTF-16",
  (name) => {
    const { sheet } = read(fixture(name), name);
    const text = new TextDecoder().decode(fixture(name));
    const semicolons = Papa.unparse(sheet.rows as string[][], { delimiter: ";", newline: "\r\n" });
    expect(read(encodeGbk(text.replace("¥", "￥").replaceAll("¥", "￥")), name).sheet.rows).toEqual(
      sheet.rows.map((row) => row.map((cell) => String(cell).replaceAll("¥", "￥"))),
    );
    expect(read(utf8(semicolons), name).sheet).toEqual(sheet);
    expect(read(utf16(text, "le"), name).sheet).toEqual(sheet);
  },
);

test("the order fixture has its 84 rows below the headings", () => {
  expect(read(fixture("orders_taobao.csv")).sheet.rows).toHaveLength(85);
});
