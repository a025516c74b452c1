import { renamedFormula } from "../../src/reports/model/renamedFormula";
import { storedFormula } from "../../src/xlsx/formulaText";

test.each([
  { name: "a leading = is left off", formula: "=A1+1", stored: "A1+1" },
  {
    name: "newer functions get their prefix",
    formula: 'IFNA(XLOOKUP(1,A:A,B:B),"")',
    stored: '_xlfn.IFNA(_xlfn.XLOOKUP(1,A:A,B:B),"")',
  },
  {
    name: "functions of worksheets get theirs",
    formula: "SORT(FILTER(A:A,B:B))",
    stored: "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B))",
  },
  { name: "a prefix is not doubled", formula: "_xlfn.IFS(A1,1)", stored: "_xlfn.IFS(A1,1)" },
  {
    name: "text and names that look like functions stay",
    formula: '"IFS(1)"&IFS&表[DAYS]',
    stored: '"IFS(1)"&IFS&表[DAYS]',
  },
  { name: "a quoted sheet stays", formula: "'XOR(1)'!A1", stored: "'XOR(1)'!A1" },
])("stored: $name", ({ formula, stored }) => {
  expect(storedFormula(formula)).toBe(stored);
});

const RENAMES = {
  sheets: new Map([
    ["KPI看板", "KPI看板 (2)"],
    ["it's", "it's (2)"],
  ]),
  names: new Map([["客户", "客户_2"]]),
};

test.each([
  { name: "a bare sheet", formula: "SUM(KPI看板!A1:B2)", renamed: "SUM('KPI看板 (2)'!A1:B2)" },
  { name: "a quoted sheet", formula: "'it''s'!$A$1", renamed: "'it''s (2)'!$A$1" },
  { name: "case does not matter", formula: "kpi看板!A1", renamed: "'KPI看板 (2)'!A1" },
  {
    name: "a table, not its column of the same name",
    formula: "SUM(客户[客户])",
    renamed: "SUM(客户_2[客户])",
  },
  { name: "a column of this row stays", formula: "客户[@客户]", renamed: "客户_2[@客户]" },
  { name: "text stays", formula: '"KPI看板!A1"&"客户"', renamed: '"KPI看板!A1"&"客户"' },
  { name: "longer names stay", formula: "客户表[x]+我的客户", renamed: "客户表[x]+我的客户" },
])("renamed: $name", ({ formula, renamed }) => {
  expect(renamedFormula(formula, RENAMES)).toBe(renamed);
});
