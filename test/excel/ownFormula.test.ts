import { callsOurFunction, formulaInRow, repairedFormula } from "../../src/excel/ownFormula";

test.each([
  { name: "a cell of its own row moves with it", formula: "=G10*2", moved: "=G13*2" },
  { name: "a fixed row stays", formula: "=G$10*2", moved: "=G$10*2" },
  { name: "another row stays", formula: "=G10/SUM(G9:G20)", moved: "=G13/SUM(G9:G20)" },
  { name: "another sheet's cell stays", formula: "=设置!B10+'a b'!C10", moved: "=设置!B10+'a b'!C10" },
  { name: "text stays", formula: '=IF(G10>0,"G10","")', moved: '=IF(G13>0,"G10","")' },
  { name: "names that look alike stay", formula: "=LOG10(G10)+TAX10A", moved: "=LOG10(G13)+TAX10A" },
  { name: "table columns stay", formula: "=WinBack[@客户]&H10", moved: "=WinBack[@客户]&H13" },
])("$name", ({ formula, moved }) => {
  expect(formulaInRow(formula, 9, 12)).toBe(moved);
});

test.each([
  { formula: "=CRM.RFMSCORE(A2:A9,B2:B9,C2:C9)", calls: true },
  { formula: "=IFERROR(crm.TIER(A1:A9),0)", calls: true },
  { formula: "=_xldudf_CRM_RFMSCORE(A2:A9)", calls: true },
  { formula: "=_xlfn._xldudf_CRM_TIER(A2:A9)", calls: true },
  { formula: '="CRM.TIER(A1)"', calls: false },
  { formula: "=CRM.TIER", calls: false },
  { formula: "='CRM.TIER('!A1", calls: false },
  { formula: "=SUM(A1)", calls: false },
  { formula: "CRM.TIER(", calls: false },
])("$formula calls one of ours: $calls", ({ formula, calls }) => {
  expect(callsOurFunction(formula)).toBe(calls);
});

test.each([
  { broken: "=_xldudf_CRM_RFMSCORE(A2:A9)", whole: "=CRM.RFMSCORE(A2:A9)" },
  { broken: "=SUM(_xlfn._xldudf_CRM_TIER(A1),1)", whole: "=SUM(CRM.TIER(A1),1)" },
  { broken: '="_xldudf_CRM_TIER("', whole: '="_xldudf_CRM_TIER("' },
  { broken: "=CRM.TIER(A1)", whole: "=CRM.TIER(A1)" },
])("$broken becomes $whole", ({ broken, whole }) => {
  expect(repairedFormula(broken)).toBe(whole);
});
