import { KPI_IDS, readTargets } from "../../../src/core/kpi";
import { dayOf } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import type { Cell } from "../../../src/core/tables";
import { report as englishReport } from "../../../src/i18n/en/report";
import { report as chineseReport } from "../../../src/i18n/zhCN/report";
import { tableOf } from "../../support/tableOf";

const FIELDS = [
  "kpi",
  "baseline",
  "baselinePeriod",
  "target",
  "mode",
  "direction",
  "dueOn",
  "owner",
] as const;
const read = (...rows: readonly (readonly Cell[])[]) =>
  readTargets([tableOf("targets", FIELDS, rows)], DEFAULT_SETTINGS);

test("a line of the sheet gives baseline, target, mode, direction, due day and owner", () => {
  const { targets, problems } = read([
    "核心客户复购率",
    "40%",
    "2024",
    0.25,
    "相对变化",
    "提升",
    "2026-06-30",
    "王五",
  ]);
  expect(problems).toEqual([]);
  expect(targets.get("coreRepeatRate")).toEqual({
    kpi: "coreRepeatRate",
    baseline: 0.4,
    baselinePeriod: "2024",
    target: 0.25,
    mode: "relative",
    direction: "up",
    dueOn: dayOf(2026, 6, 30),
    owner: "王五",
  });
});

test.each([
  ["升", "up"],
  ["增长", "up"],
  ["越高越好", "up"],
  ["降", "down"],
  ["↓ down", undefined],
])("direction %s is %s", (word, direction) => {
  const { targets, problems } = read(["复购率", 0.4, "2024", 0.1, "相对", word]);
  expect(targets.get("repeatRate")?.direction ?? undefined).toBe(direction);
  expect(problems.length).toBe(direction === undefined ? 1 : 0);
});

test.each([
  { name: "a reduction without its sign", target: "30%", mode: "相对", direction: "降", read: -0.3 },
  { name: "a reduction with its sign", target: "-30%", mode: "相对", direction: "降", read: -0.3 },
  { name: "points down", target: 0.05, mode: "百分点", direction: "降", read: -0.05 },
  { name: "a value to fall to", target: 80, mode: "绝对", direction: "降", read: 80 },
  { name: "a rise", target: "30%", mode: "相对", direction: "升", read: 0.3 },
])("target: $name", ({ target, mode, direction, read: expected }) => {
  expect(read(["获客成本", 120, "2024", target, mode, direction]).targets.get("cac")?.target).toBe(expected);
});

test.each([
  ["客户信息完善率（%）", "completeness"],
  ["coreRepeatRate", "coreRepeatRate"],
  ["Customer satisfaction (0-100)", "satisfaction"],
  ["高价值客户响应≤2小时", "highValueOnTime"],
  ["NPS", "nps"],
])("%s is known", (name, id) => {
  expect([...read([name, null, null, 0.5]).targets.keys()]).toEqual([id]);
});

test.each(KPI_IDS)("%s is known by the names that reports show", (id) => {
  for (const words of [englishReport, chineseReport]) {
    expect([...read([words[`kpi.${id}`], null, null, 0.5]).targets.keys()]).toEqual([id]);
  }
});

test.each([
  ["25%", 0.25],
  ["-30%", -0.3],
  ["−30％", -0.3],
  ["5个百分点", 0.05],
  [0.25, 0.25],
])("target %p is %p", (cell, target) => {
  expect(read(["复购率", null, null, cell, "相对"]).targets.get("repeatRate")?.target).toBe(target);
});

test("what nobody can read is a problem and not guessed at", () => {
  const { targets, problems } = read(
    ["客户幸福感", null, null, 1],
    ["完善率", null, null, 95],
    ["满意度", null, null, 90, "大约", "更好"],
    ["满意度", null, null, 80],
    ["NPS", null, null, "很高"],
    [null, null, null, 1],
  );
  expect(problems.map(({ row, field, code, text }) => [row, field, code, text])).toEqual([
    [2, "kpi", "unknownValue", "客户幸福感"],
    [3, "target", "outOfScale", "95"],
    [4, "mode", "unknownValue", "大约"],
    [4, "direction", "unknownValue", "更好"],
    [5, "kpi", "duplicateKey", "满意度"],
    [6, "target", "unreadableNumber", "很高"],
    [7, "kpi", "missingValue", ""],
  ]);
  expect(targets.get("completeness")?.target).toBeNull();
  expect(targets.get("satisfaction")?.target).toBe(90);
});
