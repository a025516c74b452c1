import { strToU8, zipSync } from "fflate";
import type { Cell } from "../../src/core/tables";
import { readWorkbook } from "../../src/xlsx";
import { craftedBook, type CraftedBook } from "./craftedBook";

function rowsOf(book: CraftedBook): readonly (readonly Cell[])[] {
  const reading = readWorkbook(craftedBook(book), "book.xlsx");
  if (!reading.ok) throw new Error(reading.failure);
  return reading.sheets[0]?.rows ?? [];
}

const oneCell = (xml: string): CraftedBook => ({
  sheets: [{ name: "S", data: `<row r="1">${xml}<c r="B1"><v>0</v></c></row>` }],
});

const STRINGS = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<si><t>plain</t></si>
<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r></si>
<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>
<si><t xml:space="preserve"> a </t></si>
<si><t>line_x000D_
two_x0041_</t></si>
<si><t/></si>
</sst>`;

describe("cells", () => {
  test.each<{ name: string; xml: string; cell: Cell }>([
    { name: "a number is a number", xml: '<c r="A1"><v>1.5e3</v></c>', cell: 1500 },
    { name: "a date stays its serial", xml: '<c r="A1" s="3"><v>45658.75</v></c>', cell: 45658.75 },
    { name: "a shared string is its text", xml: '<c r="A1" t="s"><v>0</v></c>', cell: "plain" },
    { name: "rich text is its text", xml: '<c r="A1" t="s"><v>1</v></c>', cell: "rich text" },
    { name: "reading aids are not part of the text", xml: '<c r="A1" t="s"><v>2</v></c>', cell: "東京" },
    { name: "spaces at the ends are kept", xml: '<c r="A1" t="s"><v>3</v></c>', cell: " a " },
    { name: "escapes of the format are undone", xml: '<c r="A1" t="s"><v>4</v></c>', cell: "line\ntwoA" },
    { name: "an empty string is an empty string", xml: '<c r="A1" t="s"><v>5</v></c>', cell: "" },
    { name: "a string that is not there is blank", xml: '<c r="A1" t="s"><v>99</v></c>', cell: null },
    {
      name: "an inline string is its text",
      xml: '<c r="A1" t="inlineStr"><is><r><t>in</t></r><r><t>line &amp; &lt;x&gt;</t></r></is></c>',
      cell: "inline & <x>",
    },
    { name: "true is true", xml: '<c r="A1" t="b"><v>1</v></c>', cell: true },
    { name: "an error is an error", xml: '<c r="A1" t="e"><v>#N/A</v></c>', cell: { error: "#N/A" } },
    { name: "a formula is its cached number", xml: '<c r="A1"><f>1+1</f><v>2</v></c>', cell: 2 },
    { name: "a formula is its cached text", xml: '<c r="A1" t="str"><f>"a"</f><v>a</v></c>', cell: "a" },
    { name: "a formula is its cached truth", xml: '<c r="A1" t="b"><f>TRUE</f><v>0</v></c>', cell: false },
    {
      name: "a formula is its cached error",
      xml: '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      cell: { error: "#DIV/0!" },
    },
    { name: "a formula without a cached value is blank", xml: '<c r="A1"><f>1+1</f></c>', cell: null },
    {
      name: "text typed with an apostrophe has none",
      xml: '<c r="A1" s="1" t="inlineStr"><is><t>=1</t></is></c>',
      cell: "=1",
    },
    {
      name: "an ISO date is a serial",
      xml: '<c r="A1" t="d"><v>2025-01-01T18:00:00</v></c>',
      cell: 45658.75,
    },
    { name: "a number nobody can read is text", xml: '<c r="A1"><v>abc</v></c>', cell: "abc" },
  ])("$name", ({ xml, cell }) => {
    expect(rowsOf({ ...oneCell(xml), sharedStrings: STRINGS })[0]?.[0]).toEqual(cell);
  });

  test("cells without addresses follow each other", () => {
    const data = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>";
    expect(rowsOf({ sheets: [{ name: "S", data }] })).toEqual([[1, 2], [3]]);
  });

  test("gaps are blank and trailing blanks are left off", () => {
    const data = '<row r="3"><c r="C3"><v>1</v></c><c r="D3" s="1"/></row><row r="9"/>';
    expect(rowsOf({ sheets: [{ name: "S", data }] })).toEqual([[], [], [null, null, 1]]);
  });

  test("elements may have a prefix", () => {
    const prefixed =
      '<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>';
    expect(rowsOf({ sheets: [{ name: "S", data: prefixed }] })).toEqual([[7]]);
  });

  test("hidden sheets are read, file names lose their folders, and 1904 is told", () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const bytes = craftedBook({
      sheets: [
        { name: "A &amp; B", data },
        { name: "藏", data, state: "veryHidden" },
      ],
      workbookPr: '<workbookPr date1904="1"/>',
    });
    const reading = readWorkbook(bytes, "C:\\data\\订单.xlsx");
    expect(reading.ok && reading.sheets.map(({ file, name, date1904 }) => [file, name, date1904])).toEqual([
      ["订单.xlsx", "A & B", true],
      ["订单.xlsx", "藏", true],
    ]);
  });
});

describe("files that cannot be read give one code", () => {
  const good = craftedBook({});
  const compound = (stream: string): Uint8Array => {
    const bytes = new Uint8Array(600);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    [...stream].forEach((letter, index) => bytes.set([letter.charCodeAt(0), 0], 512 + 2 * index));
    return bytes;
  };
  const brokenSheet = craftedBook({ sheets: [{ name: "S", data: '<row r="1"><c r="A1"><v>1</v></row>' }] });
  const flipped = good.slice();
  // The first entry's packed bytes: not what its header promises.
  flipped.fill(0xff, 60, 120);

  test.each<{ name: string; bytes: Uint8Array; failure: string }>([
    { name: "no bytes", bytes: new Uint8Array(), failure: "emptyFile" },
    { name: "text", bytes: strToU8("a,b\n1,2\n"), failure: "notAWorkbook" },
    { name: "one byte", bytes: new Uint8Array([80]), failure: "notAWorkbook" },
    { name: "a zip of something else", bytes: zipSync({ "a.txt": strToU8("x") }), failure: "notAWorkbook" },
    { name: "half a file", bytes: good.slice(0, good.length >> 1), failure: "truncated" },
    { name: "a file without its last bytes", bytes: good.slice(0, -30), failure: "truncated" },
    { name: "a zip with broken parts", bytes: flipped, failure: "damaged" },
    { name: "a sheet with broken XML", bytes: brokenSheet, failure: "damaged" },
    { name: "a password-protected file", bytes: compound("EncryptedPackage"), failure: "encrypted" },
    { name: "an old .xls", bytes: compound("Workbook"), failure: "oldExcel" },
    { name: "another compound file", bytes: compound("WordDocument"), failure: "notAWorkbook" },
    {
      name: "a binary workbook",
      bytes: zipSync({ "xl/workbook.bin": new Uint8Array([1]) }),
      failure: "binaryWorkbook",
    },
    { name: "a workbook without sheets", bytes: craftedBook({ sheets: [] }), failure: "noSheets" },
    {
      name: "sheets without cells",
      bytes: craftedBook({ sheets: [{ name: "S", data: '<row r="1"><c r="A1" s="0"/></row>' }] }),
      failure: "noCells",
    },
  ])("$name", ({ bytes, failure }) => {
    expect(readWorkbook(bytes, "f.xlsx")).toEqual({ ok: false, failure });
  });

  test("no cut of a good file throws", () => {
    for (let length = 0; length < good.length; length += 7) {
      expect(readWorkbook(good.slice(0, length), "f.xlsx").ok).toBe(false);
    }
  });
});
