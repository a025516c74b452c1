import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { createDesk, type DeskWatch } from "../../src/excel";
import { translator } from "../../src/i18n";
import { deskWords } from "../../src/i18n/deskWords";
import { apiMembers } from "./host/apiSets";
import { HostError, openTestExcel } from "./host/openTestExcel";
import { smallReport } from "./host/smallReport";

jest.setTimeout(120_000);

const FOLDER = join(__dirname, "..", "..", "src", "excel");
const WATCH: DeskWatch = { onProgress: () => undefined, signal: new AbortController().signal };

/** What the manifest asks of every Excel. */
const LEAST = 109;

/** Younger members, and the file that asks `knowsExcelApi` before it uses each. */
const ASKED_FOR: Readonly<Record<string, string>> = {
  "Table.resize": "writeReport.ts",
  "Range.getMergedAreasOrNullObject": "selection.ts",
  "Range.getSpillingToRangeOrNullObject": "ourFormulas.ts",
};

/** Members the client answers itself, so that they cross to the host in another form or not at all. */
const CLIENT_SIDE =
  /^(RequestContext\.|EventHandlers\.|\w+\.(load|untrack|isNullObject|items|context)$|Worksheet(Changed|Collection\.onChanged)|Workbook\.onSelectionChanged)/;

/** Members of Excel's API that the sources of `excel/` name, "Range.values", with the files that do. */
function membersInSource(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = readdirSync(FOLDER).map((file) => join(FOLDER, file));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["office-js"],
  });
  const checker = program.getTypeChecker();
  const members = new Map<string, Set<string>>();
  for (const path of files) {
    const file = path.slice(FOLDER.length + 1);
    const visit = (node: ts.Node): void => {
      const name = ts.isPropertyAccessExpression(node)
        ? node.name
        : ts.isBindingElement(node) && ts.isIdentifier(node.propertyName ?? node.name)
          ? ((node.propertyName ?? node.name) as ts.Identifier)
          : null;
      if (name !== null) {
        const owner = ts.isPropertyAccessExpression(node)
          ? checker.getTypeAtLocation(node.expression)
          : checker.getTypeAtLocation(node.parent);
        const types = owner.isUnion() ? owner.types : [owner];
        for (const type of types) {
          const declared = type.symbol?.declarations?.[0];
          const source = declared?.getSourceFile().fileName ?? "";
          if (!source.includes("@types/office-js") || !ts.isClassDeclaration(declared as ts.Node)) continue;
          const key = `${type.symbol.name}.${name.text}`;
          members.set(key, (members.get(key) ?? new Set()).add(file));
        }
      }
      ts.forEachChild(node, visit);
    };
    const source = program.getSourceFile(path);
    if (source !== undefined) visit(source);
  }
  return members;
}

let members: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(() => {
  members = membersInSource();
});

test("the sources name the members a reader would expect", () => {
  expect([...members.keys()]).toEqual(
    expect.arrayContaining(["Range.values", "TableCollection.add", "Chart.setPosition"]),
  );
  expect(members.size).toBeGreaterThan(80);
});

test("members younger than the manifest's requirement are asked for before they are used", () => {
  const young = [...members]
    .filter(([key]) => (apiMembers().get(key)?.set ?? 0) > LEAST)
    .map(([key, files]) => [key, [...files].join()]);
  expect(Object.fromEntries(young)).toEqual({
    ...ASKED_FOR,
    // The call stands where the sheet is cleared; whether it comes to that is decided beside the others.
    "Table.resize": "refreshSteps.ts",
  });
});

test("every member that is named is called by a test", async () => {
  const used = new Set<string>();
  const words = deskWords(translator("zh-CN"));
  for (const excelApi of ["1.20", "1.9"]) {
    const excel = openTestExcel({ excelApi });
    const desk = createDesk();
    const customers = Array.from({ length: 2_500 }, (_, index) => ({ id: `user${index}`, amount: index }));
    const heavy = smallReport({ customers, filler: "很长的一段说明文字，占满一个请求".repeat(12) });
    await desk.writeReport(smallReport({ customers: [{ id: "'a", amount: 1 }] }), words, WATCH);
    const list = excel.book.sheet("赢回名单");
    list.type(3, 4, "已联系");
    list.type(3, 8, 5);
    list.format(3, 8)["numberFormat"] = "0.0";
    await desk.writeReport(heavy, words, WATCH);
    // Cancelled while the list waits: what was sent is taken away again.
    const cancel = new AbortController();
    excel.onRequest = ({ bytes }) => void (bytes > 300_000 && cancel.abort());
    await desk.writeReport(heavy, words, { ...WATCH, signal: cancel.signal }).catch(() => undefined);
    const first = openTestExcel({ excelApi });
    const stop = new AbortController();
    first.onRequest = ({ bytes }) => void (bytes > 300_000 && stop.abort());
    await createDesk()
      .writeReport(heavy, words, { ...WATCH, signal: stop.signal })
      .catch(() => undefined);
    first.used.forEach((member) => used.add(member));
    excel.use();
    excel.onRequest = () => undefined;
    list.name = "我的";
    const gone = excel.book.sheet("图表数据");
    excel.book.sheets = excel.book.sheets.filter((sheet) => sheet !== gone);
    const mark = excel.book.names.get("_crm_report_chartData");
    if (mark !== undefined) mark.sheet = null;
    await desk.writeReport(smallReport({ customers: [], listName: "Win-back" }), words, WATCH);
    const named = smallReport({ customers: [] });
    const hidden = named.sheets.map((sheet) => ({ ...sheet, hidden: true }));
    const names = [
      { name: "crm_figures", sheet: "图表数据", range: { row: 0, column: 0, rows: 1, columns: 1 } },
    ];
    await openAnother(excelApi, { ...named, sheets: hidden, names });
    excel.use();

    const sheet = excel.book.fill("数据", [
      ["a", 45_000],
      ["b", "=CRM.TIER(A1)"],
    ]);
    sheet.format(0, 1)["numberFormat"] = "yyyy-mm-dd";
    sheet.cells.set("2,0", { value: "#N/A", formula: null });
    excel.book.evaluate = () => [["#SPILL!"]];
    await desk.sheets();
    await desk.read(["数据"], { limitRows: null }, WATCH);
    await desk.formulas(WATCH);
    await desk.setFormulas([{ sheet: "数据", address: "B2", formula: "=CRM.TIER(A1)" }]);
    await desk.setValues([{ sheet: "数据", address: "B2", values: [[1]] }]);
    excel.onRequest = ({ text }) => {
      if (text.includes("SuspendApiCalculation")) throw new HostError("MemoryLimitReached", "no memory");
    };
    await desk.setValues([{ sheet: "数据", address: "B2", values: [[1]] }]).catch(() => undefined);
    excel.onRequest = () => undefined;
    sheet.visibility = "Hidden";
    await desk.select({ sheet: "数据", address: "E5" });
    await desk.selection();
    await desk.insertFormula("=CRM.TIER(A1)").catch(() => undefined);
    sheet.merges.push({ row: 5, column: 4, rows: 1, columns: 2 });
    await desk.insertFormula("=CRM.TIER(A1)", { rows: 3, columns: 1 }).catch(() => undefined);
    await desk.setSetting("a", "b");
    await desk.setting("a");
    await desk.setSetting("a", null);
    const stops = [desk.onChanged(() => undefined), desk.onSelection(() => undefined)];
    await pause();
    excel.change("数据", "Local");
    excel.selectionChanged();
    await pause();
    for (const end of stops) end();
    await pause();
    excel.used.forEach((member) => used.add(member));
  }

  async function openAnother(
    excelApi: string,
    model: Parameters<ReturnType<typeof createDesk>["addSheets"]>[0],
  ) {
    const excel = openTestExcel({ excelApi });
    const desk = createDesk();
    await desk.writeReport(model, words, WATCH);
    await desk.writeReport(model, words, WATCH);
    await desk.writeReport({ ...model, names: [] }, words, WATCH);
    await desk.addSheets({ ...smallReport({ customers: [] }), names: model.names }, WATCH);
    await desk.addSheets(smallReport({ customers: [] }), WATCH);
    await desk
      .addSheets(smallReport({ customers: [] }), {
        ...WATCH,
        onProgress: () => {
          excel.onRequest = ({ text }) => {
            if (text.includes("NumberFormat")) throw new HostError("MemoryLimitReached", "no memory");
          };
        },
      })
      .catch(() => undefined);
    excel.used.forEach((member) => used.add(member));
  }

  const uncalled = [...members.keys()].filter((key) => !CLIENT_SIDE.test(key) && !used.has(key));
  expect(uncalled).toEqual([]);
});

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
