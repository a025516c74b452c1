import type { TableProblem } from "../analysis/types";
import type { KpiDirection, KpiMode } from "../settings";
import { plainText, type Cell, type MappedTable } from "../tables";
import { tableReader, type ReadingSettings, type TableReader } from "../tables/tableReader";
import { kpiUnit } from "./kpiResult";
import type { StatedTarget } from "./kpiTargets";
import { KPI_IDS, type KpiId } from "./types";

/** What people call each KPI, compared without case, blanks, signs and the words in brackets. */
const NAMES: Readonly<Record<KpiId, readonly string[]>> = {
  completeness: ["客户信息完善率", "信息完善率", "完善率", "信息完整率", "completenessofcustomerdata"],
  completenessStrict: ["完全完善客户占比", "严格完善率", "信息完善率严格", "strictcompleteness"],
  responseRate: ["营销触达响应率", "触达响应率", "响应率", "touchresponserate"],
  cac: ["新客户获取成本", "获客成本", "新客获取成本", "单客获取成本", "customeracquisitioncost"],
  repeatRate: ["复购率", "客户复购率", "repeatpurchaserate"],
  coreRepeatRate: ["核心客户复购率", "高价值客户复购率", "corecustomerrepeatrate"],
  complaintOnTime: ["客户投诉处理及时率", "投诉处理及时率", "投诉24小时内解决", "complaintsontime"],
  enquiryOnTime: ["咨询响应及时率", "咨询2小时内响应", "咨询及时率", "enquiriesontime"],
  highValueOnTime: [
    "高价值客户响应及时率",
    "高价值客户响应≤2小时",
    "高价值客户2小时内响应",
    "highvalueresponseontime",
  ],
  followUpOnTime: ["售后回访及时率", "售后7天内回访", "回访及时率", "followupsontime"],
  satisfaction: ["客户满意度", "满意度", "满意度指数", "customersatisfaction", "satisfactionindex"],
  nps: ["净推荐值", "nps净推荐值", "netpromoterscore"],
  referralShareOfNew: ["新客推荐占比", "老客推荐新客占比", "推荐新客占比", "referralshareofnewcustomers"],
  referralShareOfRevenue: ["推荐客户营收占比", "推荐客户营业额占比", "推荐营收占比"],
  highTierShareOfNet: ["高价值客户营收占比", "高价值客户销售占比", "高价值客户收入占比"],
  loyalToOrdinarySpend: ["忠诚普通消费比", "忠诚与普通消费比", "忠诚客户消费比"],
  netPerCustomer: ["客单价", "客户平均消费", "netspendpercustomer"],
  netPerOrder: ["笔单价", "订单均价", "netspendperorder"],
};

const KPI_BY_NAME: ReadonlyMap<string, KpiId> = new Map(
  KPI_IDS.flatMap((id) => [id.toLowerCase(), ...NAMES[id].map(nameKey)].map((name) => [name, id] as const)),
);

const MODES: Readonly<Record<string, KpiMode>> = {
  绝对: "absolute",
  绝对值: "absolute",
  absolute: "absolute",
  value: "absolute",
  相对: "relative",
  相对变化: "relative",
  相对值: "relative",
  relative: "relative",
  relativechange: "relative",
  百分点: "points",
  点数: "points",
  points: "points",
  percentagepoints: "points",
  pp: "points",
};

const DIRECTIONS: Readonly<Record<string, KpiDirection>> = {
  提升: "up",
  提高: "up",
  上升: "up",
  增加: "up",
  向上: "up",
  越高越好: "up",
  up: "up",
  higher: "up",
  higherisbetter: "up",
  increase: "up",
  降低: "down",
  下降: "down",
  减少: "down",
  向下: "down",
  越低越好: "down",
  down: "down",
  lower: "down",
  lowerisbetter: "down",
  decrease: "down",
};

/**
 * Reads the 目标 sheets: baseline, target, mode, direction, due day and owner by KPI.
 *
 * Figures are fractions or percent text: 0.25 and "25%" are the same. A KPI measured as a fraction
 * cannot have a baseline or an absolute target above 1: 95 without a percent sign is a problem and is
 * not used, rather than guessed at. A KPI, mode or direction that nobody knows is a problem; of several
 * lines for one KPI the first is kept.
 */
export function readTargets(
  tables: readonly MappedTable<"targets">[],
  settings: ReadingSettings,
): { readonly targets: ReadonlyMap<KpiId, StatedTarget>; readonly problems: readonly TableProblem[] } {
  const targets = new Map<KpiId, StatedTarget>();
  const problems: TableProblem[] = [];
  for (const table of tables) {
    const reader = tableReader(table, settings);
    for (let row = 0; row < table.rows.length; row++) {
      if (reader.isBlank(row)) continue;
      const name = reader.text(row, "kpi");
      const kpi = KPI_BY_NAME.get(nameKey(name));
      if (kpi === undefined) {
        reader.report(row, "kpi", name === "" ? "missingValue" : "unknownValue");
      } else if (targets.has(kpi)) {
        reader.report(row, "kpi", "duplicateKey");
      } else {
        targets.set(kpi, statedTarget(reader, row, kpi));
      }
    }
    for (const problem of reader.problems) problems.push(problem);
  }
  return { targets, problems };
}

function nameKey(name: string): string {
  return plainText(name)
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s\-_/:·,.]+/g, "");
}

function statedTarget(reader: TableReader<"targets">, row: number, kpi: KpiId): StatedTarget {
  const mode = word(reader, row, "mode", MODES);
  const isFraction = kpiUnit(kpi) === "fraction";
  return {
    kpi,
    mode,
    direction: word(reader, row, "direction", DIRECTIONS),
    target: figure(reader, row, "target", isFraction && mode !== "relative"),
    baseline: figure(reader, row, "baseline", isFraction),
    baselinePeriod: reader.text(row, "baselinePeriod"),
    owner: reader.text(row, "owner"),
    dueOn: reader.day(row, "dueOn"),
  };
}

function word<T>(
  reader: TableReader<"targets">,
  row: number,
  field: "mode" | "direction",
  words: Readonly<Record<string, T>>,
): T | null {
  const text = reader.text(row, field);
  if (text === "") return null;
  const known = words[nameKey(text)];
  if (known === undefined) reader.report(row, field, "unknownValue");
  return known ?? null;
}

const PERCENT = /^([+-]?[\d.,]+)\s*(%|个?百分点|pp)$/i;

function figure(
  reader: TableReader<"targets">,
  row: number,
  field: "target" | "baseline",
  atMostOne: boolean,
): number | null {
  const value = percent(reader.cell(row, field)) ?? reader.amount(row, field);
  if (value === null || !atMostOne || Math.abs(value) <= 1) return value;
  reader.report(row, field, "outOfScale");
  return null;
}

function percent(cell: Cell): number | null {
  if (typeof cell !== "string") return null;
  const match = PERCENT.exec(plainText(cell).replace("−", "-"));
  const value = match === null ? Number.NaN : Number((match[1] ?? "").replaceAll(",", ""));
  return Number.isNaN(value) ? null : value / 100;
}
