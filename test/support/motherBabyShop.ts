import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "papaparse";
import type { SourceSheet } from "../../src/core/analysis";
import { dayOf, SECONDS_PER_DAY } from "../../src/core/math/day";
import { DEFAULT_SETTINGS, type Settings } from "../../src/core/settings";
import {
  SHEET_FIELDS,
  type FieldOf,
  type MappedTable,
  type MappedTables,
  type SheetKind,
} from "../../src/core/tables";
import { motherBabyOrders } from "./ordersTable";
import { deepFreeze } from "./tableOf";

const FOLDER = join(__dirname, "../fixtures/mother-baby-shop");

/** A CSV of the fixture; which heading holds which field is said by hand. */
function csvTable<K extends SheetKind>(
  kind: K,
  file: string,
  headings: Readonly<Partial<Record<FieldOf<K>, string>>>,
): MappedTable<K> {
  const text = readFileSync(join(FOLDER, file), "utf8").replace(/^\uFEFF/, "");
  const [head = [], ...rows] = parse<string[]>(text, { skipEmptyLines: false }).data;
  const columns: Partial<Record<string, number>> = {};
  for (const [field, heading] of Object.entries<string | undefined>(headings)) {
    const column = head.indexOf(heading ?? "");
    if (column < 0) throw new Error(`no heading ${heading ?? ""}`);
    columns[field] = column;
  }
  return {
    kind,
    file,
    sheet: file.replace(".csv", ""),
    profile: "plain",
    date1904: false,
    firstRow: 2,
    headings: head,
    columns: columns as MappedTable<K>["columns"],
    rows,
  };
}

/** No sheet of any kind. */
export function noTables(): MappedTables {
  const empty = Object.fromEntries(Object.keys(SHEET_FIELDS).map((kind) => [kind, []]));
  return deepFreeze(empty as unknown as MappedTables);
}

/** The five sheets of the fixture, deep-frozen, so that mutation fails. */
export function motherBabyTables(): MappedTables {
  return deepFreeze({
    ...noTables(),
    orders: [motherBabyOrders()],
    customers: [
      csvTable("customers", "customers.csv", {
        customerId: "买家会员名",
        name: "姓名",
        phone: "手机",
        industry: "行业/消费场景",
        scene: "行业/消费场景",
        preference: "产品偏好",
        contactPreference: "触达偏好",
        owner: "负责人",
      }),
    ],
    tickets: [
      csvTable("tickets", "tickets.csv", {
        ticketId: "工单号",
        customerId: "买家会员名",
        type: "类型",
        severity: "严重程度",
        createdAt: "创建时间",
        firstResponseAt: "首次响应时间",
        resolvedAt: "解决时间",
        followUpAt: "回访时间",
      }),
    ],
    channels: [
      csvTable("channels", "channels.csv", {
        channel: "渠道",
        spend: "花费",
        leads: "线索数",
        newCustomers: "新客数",
        newCustomerRevenue: "新客首期成交金额",
      }),
    ],
    surveys: [
      csvTable("surveys", "survey.csv", {
        customerId: "买家会员名",
        answeredOn: "调查日期",
        satisfaction: "满意度(1-5)",
        recommend: "推荐意愿(0-10)",
      }),
    ],
  });
}

/** As-of 2025-12-31, tickets judged at 18:00. */
export const MOTHER_BABY_SETTINGS: Settings = deepFreeze({
  ...DEFAULT_SETTINGS,
  asOf: dayOf(2025, 12, 31),
  now: dayOf(2025, 12, 31) * SECONDS_PER_DAY + 18 * 3600,
});

export const NO_SOURCES: readonly SourceSheet[] = deepFreeze([]);

/** expected.json of the fixture, computed apart from this project. */
export interface MotherBabyExpected {
  readonly raw_rows: number;
  readonly valid_orders: number;
  readonly valid_orders_all_time: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly customers: Readonly<
    Record<
      string,
      {
        readonly R: number;
        readonly F: number;
        readonly M: number;
        readonly last: string;
        readonly first: string;
        readonly r: number;
        readonly f: number;
        readonly m: number;
        readonly code: string;
        readonly sum: number;
        readonly tier: string;
        readonly 八类_均值: string;
        readonly 八类_中位数: string;
      }
    >
  >;
  readonly tier_share: Readonly<Record<string, number>>;
  readonly winback_calendar_months: readonly string[];
  readonly total_net: number;
  readonly high_tier_net: number;
  readonly high_tier_share: number;
  readonly repeat_rate_window: number;
  readonly 客单价_窗口: number;
  readonly 笔单价_窗口: number;
  readonly loyal_vs_ordinary: number;
  readonly new_in_Q4: readonly string[];
  readonly Q4_net: number;
  readonly sla: Readonly<
    Record<
      string,
      { readonly met: number; readonly miss: number; readonly pending: number; readonly rate: number }
    >
  >;
  readonly channels: Readonly<
    Record<
      string,
      {
        readonly CAC: number | null;
        readonly 客单价: number | null;
        readonly ratio: number | null;
        readonly conv: number | null;
        readonly verdict: string;
      }
    >
  >;
  readonly channels_blended_CAC: number;
  readonly new_by_referral_share: number;
  readonly survey: {
    readonly n: number;
    readonly mean5: number;
    readonly index_x20: number;
    readonly index_minmax: number;
    readonly CSAT_top2: number;
    readonly NPS: number;
    readonly satisfied_but_lapsed: readonly string[];
  };
  readonly completeness: {
    readonly cells: number;
    readonly total: number;
    readonly rate: number;
    readonly customers_fully_complete: number;
    readonly strict: number;
    readonly by_field: Readonly<Record<string, number>>;
  };
}

export function motherBabyExpected(): MotherBabyExpected {
  return JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as MotherBabyExpected;
}
