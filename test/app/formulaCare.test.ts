import { freezeFormulas, repairFormulas, restoreFormulas } from "../../src/app/formulaCare";
import { createDesk } from "../../src/excel";
import { openTestExcel } from "../excel/host/openTestExcel";

const WATCH = { onProgress: () => undefined, signal: new AbortController().signal };
const TABLE = [
  ["客户", "分"],
  ["0012", 5],
];

/** A table that spills from E1, a single result in B1 of another sheet. */
function opened() {
  const excel = openTestExcel();
  const { book } = excel;
  book.evaluate = (formula) => (formula.includes("RFMSCORE") ? TABLE : [["高价值"]]);
  const scores = book.fill("评分", [["A", 1]]);
  scores.type(0, 4, "=CRM.RFMSCORE(A1:A1)");
  const other = book.fill("别处", [["x", "=CRM.TIER(A1)"]]);
  excel.use();
  return { book, desk: createDesk(), scores, other };
}

test("frozen, formulas are values; restored, they are formulas again and spill", async () => {
  const { desk, scores, other } = opened();
  expect((await freezeFormulas(desk, WATCH)).formulas).toBe(2);
  expect(scores.cell(0, 4)).toEqual({ value: "客户", formula: null });
  expect(scores.cell(1, 4)).toEqual({ value: "0012", formula: null });
  expect(other.cell(0, 1)).toEqual({ value: "高价值", formula: null });

  expect(await restoreFormulas(desk)).toEqual({
    formulas: 2,
    places: [
      { sheet: "评分", address: "E1" },
      { sheet: "别处", address: "B1" },
    ],
  });
  expect(scores.cell(0, 4)?.formula).toBe("=CRM.RFMSCORE(A1:A1)");
  expect(scores.cell(1, 5)?.value).toBe(5);
  expect(other.cell(0, 1)?.formula).toBe("=CRM.TIER(A1)");
  await expect(restoreFormulas(desk)).rejects.toMatchObject({ code: "nothingFrozen" });
});

test("a value that somebody has changed since is not overwritten, and its formula stays kept", async () => {
  const { desk, scores, other } = opened();
  await freezeFormulas(desk, WATCH);
  scores.type(1, 5, 7);
  expect((await restoreFormulas(desk)).places).toEqual([{ sheet: "别处", address: "B1" }]);
  expect(scores.cell(1, 5)).toEqual({ value: 7, formula: null });
  expect(other.cell(0, 1)?.formula).toBe("=CRM.TIER(A1)");
  // Changed back, it can still be restored.
  scores.type(1, 5, 5);
  expect((await restoreFormulas(desk)).places).toEqual([{ sheet: "评分", address: "E1" }]);
  expect(scores.cell(0, 4)?.formula).toBe("=CRM.RFMSCORE(A1:A1)");
});

test("a formula of a sheet that is renamed or gone stays kept until the sheet is back", async () => {
  const { book, desk, other } = opened();
  await freezeFormulas(desk, WATCH);
  other.name = "改名";
  expect((await restoreFormulas(desk)).places).toEqual([{ sheet: "评分", address: "E1" }]);
  book.sheet("改名").name = "别处";
  expect((await restoreFormulas(desk)).places).toEqual([{ sheet: "别处", address: "B1" }]);
});

test("frozen twice, the formula of today counts", async () => {
  const { desk, other } = opened();
  await freezeFormulas(desk, WATCH);
  other.type(0, 1, "=CRM.TIER(A1:A9)");
  await freezeFormulas(desk, WATCH);
  await restoreFormulas(desk);
  expect(other.cell(0, 1)?.formula).toBe("=CRM.TIER(A1:A9)");
});

test("formulas that show #NAME? are written anew; the others are left alone", async () => {
  const { book, desk, scores, other } = opened();
  book.evaluate = (formula) => (formula.includes("_xldudf") ? [["#NAME?"]] : TABLE);
  other.type(0, 1, "=_xldudf_CRM_TIER(A1)");
  const repaired = await repairFormulas(desk, WATCH);
  expect(repaired.places).toEqual([{ sheet: "别处", address: "B1" }]);
  expect(other.cell(0, 1)?.formula).toBe("=CRM.TIER(A1)");
  expect(scores.cell(0, 4)?.formula).toBe("=CRM.RFMSCORE(A1:A1)");
});
