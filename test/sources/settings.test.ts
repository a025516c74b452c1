import { dayOf } from "../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../src/core/settings";
import type { Cell, MappedTable } from "../../src/core/tables";
import { translator } from "../../src/i18n";
import { describeProblem } from "../../src/i18n/describeProblem";
import {
  mergeSettings,
  NO_OVERRIDES,
  parseSettings,
  readTables,
  settingConflicts,
  settingsFromSheet,
} from "../../src/sources";
import { SETTING_PATHS, settingOfName } from "../../src/sources/settings/settingNames";
import { SETTING_SPECS } from "../../src/sources/settings/settingSpecs";
import { en } from "../../src/i18n/en";
import { zhCN } from "../../src/i18n/zhCN";

function table(rows: readonly (readonly Cell[])[], date1904 = false): MappedTable<"settings"> {
  return {
    kind: "settings",
    file: "book.xlsx",
    sheet: "设置",
    profile: "plain",
    date1904,
    firstRow: 2,
    headings: ["设置项", "值"],
    columns: { setting: 0, value: 1 },
    rows,
  };
}

describe("a settings file", () => {
  test("may state every setting; days, moments and clock times are text", () => {
    const { settings, overrides, problems } = parseSettings({
      asOf: "2025-12-31",
      now: "2025-12-31 18:00",
      language: "zh-CN",
      windowDays: 180,
      bins: 4,
      ties: "mid",
      weights: { r: 2, f: 1, m: 1.5 },
      cuts: { r: [30, 90, 180, 365], f: null, m: "100,500" },
      topShare: 0.1,
      bottomShare: "30%",
      segmentScheme: "klaviyo6",
      winBackMonths: 6,
      dateOrder: "dayFirst",
      timeZone: "Asia/Shanghai",
      currency: { base: "usd", decimals: 0, rates: { CNY: 0.14, "CNY 2025-01": 0.137 } },
      duplicates: "keep",
      countZero: true,
      service: {
        calendar: "working",
        opensAt: "08:30",
        closesAt: "17:00",
        workdays: [1, 2, 3],
        holidays: ["2025-10-01", "2025/10/02"],
        enquiryHours: 1,
        complaintHours: 12,
        highValueHours: 0.5,
        followUpDays: 3,
      },
      requiredFields: ["name", "phone", "industryOrScene"],
      averageOrderBasis: "order",
      channelLimit: 0.2,
      satisfactionScale: "minmax",
      unpaidHours: 48,
      prediction: {
        horizonDays: "60",
        lowShare: 0.5,
        highShare: "20%",
        bandCuts: "0.3, 0.7",
        months: 24,
        annualDiscount: "8%",
        margin: 0.4,
      },
      smallSample: 10,
      mask: "partial",
      reportScope: "精简",
      programme: {
        startOn: "2026-01-01",
        loyalOrders: 4,
        supportDays: 14,
        ticketDays: 10,
        relationalOrders: 5,
        relationalMonths: 9,
        accountContacts: 3,
        contractMonths: 24,
        strategicShare: "10%",
        bargainShare: 0.6,
        fatigueTouches: 2,
        fatigueDays: 14,
        pairCustomers: 5,
        pairConfidence: "20%",
        pairLift: 1.2,
        rangeShare: "25%",
        trendGrowth: 0.2,
        newProductDays: 90,
        deadMemberDays: 365,
        adviserCap: 30,
        secondOrderDays: 45,
        winBackDays: 30,
        recommendationDays: 14,
        holdOutShare: "20%",
        holdOutSeed: 7,
        needShare: "30%",
        complaintRepeatDays: 90,
        improvementDays: 14,
        communityDays: 60,
        onlineEvents: "否",
        pointsPerUnit: 2,
        pointValue: 0.01,
        pointsNoticeDays: 45,
        rivalShare: 0.5,
        walletShare: "60%",
        tenureMonths: 36,
        ownerMonths: 18,
        onlineDays: 45,
        ticketCost: 12.5,
        trade: "餐饮",
      },
      sheets: { Sheet1: "订单", "旧*": "ignore" },
      columns: { "orders.csv": { customerId: "买家", 付款时间: "到账日" } },
    });
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      asOf: dayOf(2025, 12, 31),
      now: dayOf(2025, 12, 31) * 86_400 + 18 * 3_600,
      language: "zh",
      windowDays: 180,
      bins: 4,
      ties: "mid",
      weights: { r: 2, f: 1, m: 1.5 },
      cuts: { r: [30, 90, 180, 365], f: null, m: [100, 500] },
      topShare: 0.1,
      bottomShare: 0.3,
      segmentScheme: "klaviyo6",
      winBackMonths: 6,
      dateOrder: "dayFirst",
      timeZone: "Asia/Shanghai",
      currency: { base: "USD", decimals: 0, rates: { CNY: 0.14, "CNY 2025-01": 0.137 } },
      duplicates: "keep",
      countZero: true,
      service: {
        calendar: "working",
        opensAt: 510,
        closesAt: 1020,
        workdays: [1, 2, 3],
        holidays: [dayOf(2025, 10, 1), dayOf(2025, 10, 2)],
        enquiryHours: 1,
        complaintHours: 12,
        highValueHours: 0.5,
        followUpDays: 3,
      },
      requiredFields: ["name", "phone", "industryOrScene"],
      averageOrderBasis: "order",
      channelLimit: 0.2,
      satisfactionScale: "minmax",
      unpaidHours: 48,
      prediction: {
        horizonDays: 60,
        lowShare: 0.5,
        highShare: 0.2,
        bandCuts: [0.3, 0.7],
        months: 24,
        annualDiscount: 0.08,
        margin: 0.4,
      },
      smallSample: 10,
      mask: "partial",
      reportScope: "compact",
      programme: {
        startOn: dayOf(2026, 1, 1),
        loyalOrders: 4,
        supportDays: 14,
        ticketDays: 10,
        relationalOrders: 5,
        relationalMonths: 9,
        accountContacts: 3,
        contractMonths: 24,
        strategicShare: 0.1,
        bargainShare: 0.6,
        fatigueTouches: 2,
        fatigueDays: 14,
        pairCustomers: 5,
        pairConfidence: 0.2,
        pairLift: 1.2,
        rangeShare: 0.25,
        trendGrowth: 0.2,
        newProductDays: 90,
        deadMemberDays: 365,
        adviserCap: 30,
        secondOrderDays: 45,
        winBackDays: 30,
        recommendationDays: 14,
        holdOutShare: 0.2,
        holdOutSeed: 7,
        needShare: 0.3,
        complaintRepeatDays: 90,
        improvementDays: 14,
        communityDays: 60,
        onlineEvents: false,
        pointsPerUnit: 2,
        pointValue: 0.01,
        pointsNoticeDays: 45,
        rivalShare: 0.5,
        walletShare: 0.6,
        tenureMonths: 36,
        ownerMonths: 18,
        onlineDays: 45,
        ticketCost: 12.5,
        trade: "catering",
      },
    });
    // Nothing of Settings was forgotten in this test.
    expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
    expect(overrides).toEqual({
      sheets: { Sheet1: "orders", "旧*": "ignore" },
      columns: { "orders.csv": { customerId: "买家", paidAt: "到账日" } },
    });
  });

  test.each([
    { key: "windowDays", value: 0 },
    { key: "windowDays", value: "a year" },
    { key: "windowDays", value: 30.5 },
    { key: "windowDays", value: null },
    { key: "bins", value: 1 },
    { key: "ties", value: "random" },
    { key: "asOf", value: "2025-13-45" },
    { key: "asOf", value: "03/04/2025" },
    { key: "asOf", value: true },
    { key: "topShare", value: 20 },
    { key: "mask", value: "some" },
    { key: "timeZone", value: "Peking" },
    { key: "countZero", value: "maybe" },
    { key: "requiredFields", value: ["name", "shoeSize"] },
    { key: "channelLimit", value: 0 },
    { key: "weights.r", value: -1 },
    { key: "cuts.m", value: [500, 100] },
    { key: "currency.base", value: "¥" },
    { key: "currency.rates", value: { USD: "seven" } },
    { key: "currency.rates", value: { "USD January": 7 } },
    { key: "service.opensAt", value: "9 o'clock" },
    { key: "service.opensAt", value: "09:75" },
    { key: "service.workdays", value: [1, 8] },
    { key: "service.workdays", value: [] },
    { key: "service.holidays", value: ["Christmas"] },
  ])("$key cannot be $value: the key and what may be written are named", ({ key, value }) => {
    const [group = "", leaf] = key.split(".");
    const { settings, problems } = parseSettings({ [group]: leaf === undefined ? value : { [leaf]: value } });
    const allowed = SETTING_SPECS[key as keyof typeof SETTING_SPECS].allowed;
    expect(problems).toMatchObject([{ code: "badValue", holes: { key, allowed } }]);
    expect(settings).toEqual({});
  });

  test("an unknown key lists the known ones, at the top and in a group", () => {
    const { problems } = parseSettings({ window: 30, service: { opens: "09:00" } });
    expect(problems.map(({ code, holes }) => [code, holes["key"]])).toEqual([
      ["unknownKey", "window"],
      ["unknownKey", "service.opens"],
    ]);
    expect(problems[0]?.holes["known"]).toContain("windowDays");
    expect(problems[0]?.holes["known"]).toContain("columns");
    expect(problems[1]?.holes["known"]).toContain("opensAt");
  });

  test.each([
    { name: "a group that is no group", json: { weights: 3 } },
    { name: "sheets as a list", json: { sheets: ["orders"] } },
    { name: "columns of a sheet as text", json: { columns: { a: "b" } } },
  ])("$name is one problem", ({ json }) => {
    expect(parseSettings(json).problems.map(({ code }) => code)).toEqual(["notAnObject"]);
  });

  test.each([
    { name: "a list", json: [] },
    { name: "text", json: "windowDays=3" },
    { name: "nothing", json: null },
  ])("a file that is $name is one problem of the file", ({ json }) => {
    expect(parseSettings(json).problems.map(({ code }) => code)).toEqual(["fileNotAnObject"]);
  });

  test("unknown kinds and fields are named with what may be written", () => {
    const { problems, overrides } = parseSettings({
      sheets: { A: "oders" },
      columns: { B: { shoeSize: "x", customerId: "" } },
    });
    expect(problems).toMatchObject([
      { code: "unknownSheetKind", holes: { key: "sheets.A", value: "oders" } },
      { code: "unknownField", holes: { key: "columns.B", value: "shoeSize" } },
      { code: "badValue", holes: { key: "columns.B.customerId" } },
    ]);
    expect(overrides).toEqual(NO_OVERRIDES);
  });

  test("two settings that contradict each other are found", () => {
    const { problems } = parseSettings({
      topShare: 0.7,
      bottomShare: 0.4,
      weights: { r: 0, f: 0, m: 0 },
      service: { opensAt: "18:00", closesAt: "09:00" },
    });
    expect(problems.map(({ code }) => code)).toEqual([
      "sharesAboveOne",
      "weightsAllZero",
      "closesBeforeOpens",
    ]);
  });

  test("what is sound holds beside what is not", () => {
    expect(parseSettings({ windowDays: 90, bins: "x" }).settings).toEqual({ windowDays: 90 });
  });
});

describe("a settings sheet", () => {
  test("states settings under their Chinese names", () => {
    const { settings, problems } = settingsFromSheet(
      table([
        ["基准日", 46022],
        ["窗口天数", 365],
        ["分箱数", "5"],
        ["并列规则", "低"],
        ["权重", "2:1:1"],
        ["客单价口径", "按订单"],
        ["工作时间日历", "工作时间"],
        ["工作时间", "09:30-18:30"],
        ["节假日", "2025-10-01、2025-10-02"],
        ["脱敏级别", "部分脱敏"],
        ["渠道阈值", "10%"],
        ["汇率", "USD=7.1; USD 2025-01=7.2"],
        ["小样本阈值", ""],
        [null, null],
        ["R切点", "30,90,180,365"],
      ]),
    );
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      asOf: dayOf(2025, 12, 31),
      windowDays: 365,
      bins: 5,
      ties: "low",
      weights: { r: 2, f: 1, m: 1 },
      averageOrderBasis: "order",
      service: {
        calendar: "working",
        opensAt: 570,
        closesAt: 1110,
        holidays: [dayOf(2025, 10, 1), dayOf(2025, 10, 2)],
      },
      mask: "partial",
      channelLimit: 0.1,
      currency: { rates: { USD: 7.1, "USD 2025-01": 7.2 } },
      cuts: { r: [30, 90, 180, 365] },
    });
  });

  test.each(SETTING_PATHS)("%s is known by its path and by every one of its names", (path) => {
    for (const name of [path, ...SETTING_SPECS[path].names])
      expect([name, settingOfName(name)]).toEqual([name, path]);
    expect(SETTING_SPECS[path].names.some((name) => /[一-鿿]/.test(name))).toBe(true);
  });

  test("a serial of the 1904 system is the same day", () => {
    expect(settingsFromSheet(table([["as-of date", 46022 - 1462]], true)).settings.asOf).toBe(
      dayOf(2025, 12, 31),
    );
  });

  test("a name that is no setting is a problem; a row without a value is none", () => {
    const { problems } = settingsFromSheet(
      table([
        ["窗囗天数", 365],
        ["备注", ""],
        ["windowDays", 30],
      ]),
    );
    expect(problems).toMatchObject([{ code: "unknownName", holes: { key: "窗囗天数", cell: "设置!A2" } }]);
  });

  test("says what sheets and columns are", () => {
    const stated = settingsFromSheet(
      table([
        ["表.Sheet1", "订单"],
        ["sheets.旧数据", "ignore"],
        ["列.Sheet1.客户ID", "买家"],
        ["columns.orders.csv.paidAt", "到账日"],
      ]),
    );
    expect(stated.problems).toEqual([]);
    expect(stated.overrides).toEqual({
      sheets: { Sheet1: "orders", 旧数据: "ignore" },
      columns: { Sheet1: { customerId: "买家" }, "orders.csv": { paidAt: "到账日" } },
    });
  });

  test("what it says about columns holds for the other sheets of the same run", () => {
    const raw = (name: string, rows: readonly (readonly Cell[])[]) => ({
      file: "b.xlsx",
      name,
      rows,
      date1904: false,
    });
    const { tables, questions } = readTables(
      [
        raw("数据", [
          ["甲", "乙", "丙"],
          ["A", "2025-01-03", 5],
        ]),
        raw("设置", [
          ["设置项", "值"],
          ["列.数据.客户ID", "甲"],
          ["列.数据.付款时间", "乙"],
          ["列.数据.实付金额", "丙"],
        ]),
      ],
      NO_OVERRIDES,
    );
    expect(questions).toEqual([]);
    expect(tables.orders[0]?.columns).toEqual({ customerId: 0, paidAt: 1, paid: 2 });
  });

  test.each([
    {
      name: "headings 设置项 and 值",
      rows: [
        ["设置项", "值"],
        ["窗口天数", 90],
        ["分箱数", 4],
      ],
    },
    {
      name: "no headings",
      rows: [
        ["窗口天数", 90],
        ["分箱数", 4],
      ],
    },
    {
      name: "names in one row, values below",
      rows: [
        ["窗口天数", "分箱数"],
        [90, 4],
      ],
    },
    { name: "a title above", rows: [["设置"], [], ["窗口天数", 90], ["分箱数", 4]] },
  ])("may be laid out with $name", ({ rows }) => {
    const { tables } = readTables([{ file: "b.xlsx", name: "设置", rows, date1904: false }], NO_OVERRIDES);
    const [found] = tables.settings;
    if (found === undefined) throw new Error("not a settings sheet");
    expect(settingsFromSheet(found)).toMatchObject({ settings: { windowDays: 90, bins: 4 }, problems: [] });
  });
});

describe.each([
  { language: "English", words: en as Readonly<Record<string, string>> },
  { language: "Chinese", words: zhCN as Readonly<Record<string, string>> },
])("the settings sheet of a report in $language reads back", ({ words }) => {
  const labels = Object.entries(words).filter(([key]) => /^setting\.\w+$/.test(key));

  test("every label is a setting's name", () => {
    for (const [key, label] of labels) expect([key, settingOfName(label)]).not.toEqual([key, null]);
    expect(new Set(labels.map(([, label]) => settingOfName(label))).size).toBe(labels.length);
  });

  test("every word that stands for a value is understood", () => {
    const areas = {
      tieRule: "ties",
      segmentScheme: "segmentScheme",
      dateOrder: "dateOrder",
      duplicates: "duplicates",
      serviceCalendar: "service.calendar",
      averageOrderBasis: "averageOrderBasis",
      satisfactionScale: "satisfactionScale",
      reportScope: "reportScope",
      trade: "programme.trade",
      mask: "mask",
    } as const;
    for (const [area, path] of Object.entries(areas)) {
      for (const [key, word] of Object.entries(words)) {
        if (!key.startsWith(`${area}.`)) continue;
        expect([key, SETTING_SPECS[path].schema.safeParse(word).data]).toEqual([
          key,
          key.slice(area.length + 1),
        ]);
      }
    }
  });

  test("words for “let the data decide” are understood, and notes below the table are no settings", () => {
    const name = (key: string) => words[`setting.${key}`] ?? "";
    const word = (key: string) => words[`settingValue.${key}`] ?? "";
    const { settings, problems } = settingsFromSheet(
      table([
        [name("asOf"), word("lastOrderDay")],
        [name("now"), word("endOfDay")],
        [name("cutsR"), word("byRank")],
        [name("timeZone"), word("asWritten")],
        [name("currency"), word("mostFrequent")],
        [name("weights"), "1:1:1"],
        [name("workingHours"), "09:00-18:00"],
        [name("countZero"), words["word.no"] ?? ""],
        ["8f3a", null],
        ["R", 5, "≤ 30"],
      ]),
    );
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      asOf: null,
      now: null,
      cuts: { r: null },
      timeZone: null,
      currency: { base: null },
      countZero: false,
      service: { opensAt: 540, closesAt: 1080 },
    });
  });
});

test("later parts win; groups and rates merge entry by entry, lists are replaced", () => {
  const merged = mergeSettings(
    DEFAULT_SETTINGS,
    {
      windowDays: 90,
      weights: { r: 2 },
      currency: { rates: { USD: 7, EUR: 8 } },
      service: { workdays: [1, 2] },
    },
    { windowDays: 180, weights: { m: 3 }, currency: { base: "CNY", rates: { USD: 7.2 } } },
    { asOf: 20_453, service: { workdays: [6] } },
  );
  expect(merged).toEqual({
    ...DEFAULT_SETTINGS,
    asOf: 20_453,
    windowDays: 180,
    weights: { r: 2, f: 1, m: 3 },
    currency: { base: "CNY", decimals: 2, rates: { USD: 7.2, EUR: 8 } },
    service: { ...DEFAULT_SETTINGS.service, workdays: [6] },
  });
});

test("no part changes the defaults", () => {
  const before = JSON.stringify(DEFAULT_SETTINGS);
  expect(mergeSettings(DEFAULT_SETTINGS, {})).toEqual(DEFAULT_SETTINGS);
  mergeSettings(DEFAULT_SETTINGS, { weights: { r: 9 } });
  expect(JSON.stringify(DEFAULT_SETTINGS)).toBe(before);
});

describe("R41, R69: rules of the programme in a settings sheet", () => {
  const from = (...rows: readonly (readonly Cell[])[]) => settingsFromSheet(table(rows));

  test.each<{ name: string; row: readonly Cell[]; path: string; value: unknown }>([
    { name: "hours", row: ["重大失误上报时限（小时）", 4], path: "majorHours", value: 4 },
    {
      name: "words with blanks in them",
      row: ["采购关键词", "缺货；out of stock"],
      path: "purchasingWords",
      value: ["缺货", "out of stock"],
    },
    { name: "no words", row: ["财务关键词", "无"], path: "financeWords", value: [] },
    { name: "months", row: ["路线图阶段（月）", "1, 3, 24"], path: "phaseMonths", value: [1, 3, 24] },
    {
      name: "goals by name in either language",
      row: ["短期目标", "客户满意度；Touch response rate；nps"],
      path: "shortGoals",
      value: ["satisfaction", "responseRate", "nps"],
    },
    {
      name: "tasks by name or id: weeks, a post, left out, and one of their own",
      row: ["实施计划调整", "客户满意度调查：5-8；salons: -; dataClean: 3 销售\n会员日: 20~24 Marketing"],
      path: "planTasks",
      value: [
        { task: "survey", weeks: [5, 8], post: null },
        { task: "salons", weeks: null, post: null },
        { task: "dataClean", weeks: [3, 3], post: "sales" },
        { task: "会员日", weeks: [20, 24], post: "marketing" },
      ],
    },
  ])("$name", ({ row, path, value }) => {
    const { settings, problems } = from(row);
    expect(problems).toEqual([]);
    expect(settings.programme).toEqual({ [path]: value });
  });

  test.each<{ name: string; key: string; value: Cell }>([
    { name: "no hours", key: "majorHours", value: 0 },
    { name: "two months", key: "phaseMonths", value: "2, 6" },
    { name: "months that fall", key: "phaseMonths", value: "2, 12, 6" },
    { name: "a goal that nobody knows", key: "shortGoals", value: "幸福指数" },
    { name: "a goal twice", key: "shortGoals", value: "nps; NPS" },
    { name: "weeks beyond the year", key: "planTasks", value: "survey: 50-53" },
    { name: "weeks that fall", key: "planTasks", value: "survey: 8-5" },
    { name: "no week", key: "planTasks", value: "survey" },
    { name: "a task of their own without a post", key: "planTasks", value: "会员日: 5-8" },
    { name: "a task of their own that is left out", key: "planTasks", value: "会员日: -" },
    { name: "a post that nobody knows", key: "planTasks", value: "survey: 5-8 太空部" },
  ])("$name: the sentence names the cell, and nothing is changed", ({ key, value }) => {
    const { settings, problems } = from(["windowDays", 90], [key, value]);
    expect(settings).toEqual({ windowDays: 90 });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: "badCell",
      holes: { cell: "设置!B3", key: `programme.${key}`, value: String(value) },
    });
    const [problem] = problems;
    for (const [locale, words] of [
      ["zh-CN", "设置：单元格 设置!B3"],
      ["en", "Settings: cell 设置!B3"],
    ] as const) {
      const sentence = problem && describeProblem(translator(locale), "settingProblem", problem);
      expect(sentence).toContain(words);
      expect(sentence).toContain(SETTING_SPECS[`programme.${key}` as keyof typeof SETTING_SPECS].allowed);
    }
  });

  test("a KPI that two phases name is said, in words", () => {
    const [problem] = settingConflicts(
      mergeSettings(DEFAULT_SETTINGS, from(["长期目标", "clv; satisfaction"]).settings),
    );
    expect(problem && describeProblem(translator("zh-CN"), "settingProblem", problem)).toBe(
      "设置：“客户满意度（0–100）”同时是多个阶段（中期目标、长期目标）的目标，请只留在其中一个阶段。",
    );
  });

  test("a JSON file may state them as lists", () => {
    const { settings, problems } = parseSettings({
      programme: {
        phaseMonths: [1, 2, 3],
        longGoals: ["clv"],
        carrierWords: ["EMS"],
        planTasks: ["survey: 5-8", { task: "VIP", weeks: [1, 2], post: "sales" }],
      },
    });
    expect(problems).toEqual([]);
    expect(settings.programme).toEqual({
      phaseMonths: [1, 2, 3],
      longGoals: ["clv"],
      carrierWords: ["EMS"],
      planTasks: [
        { task: "survey", weeks: [5, 8], post: null },
        { task: "VIP", weeks: [1, 2], post: "sales" },
      ],
    });
  });
});
