import type { DayNumber } from "../math/day";
import { plainText } from "../tables";
import type { ComplaintMonth } from "./complaintMonths";
import type { TicketRecord } from "./types";

export type DepartmentId =
  "warehouse" | "carrier" | "product" | "purchasing" | "service" | "finance" | "marketing" | "unknown";

/**
 * Who can do away with a reason, by words that it contains, in lower case and plain width. The first match wins; a
 * reason that none of them fits waits to be assigned. Parcels that got lost or came late stand before what the
 * warehouse put into them, and a refund before the goods that are sent back for it.
 */
export const DEPARTMENT_RULES: readonly {
  readonly department: Exclude<DepartmentId, "unknown">;
  readonly words: readonly string[];
}[] = [
  {
    department: "finance",
    words: ["退款", "发票", "价保", "扣款", "refund", "invoice", "charge", "billing"],
  },
  {
    department: "carrier",
    words: [
      "物流",
      "快递",
      "配送",
      "到货",
      "送达",
      "丢件",
      "delivery",
      "courier",
      "shipping",
      "parcel",
      "arrive",
    ],
  },
  {
    department: "warehouse",
    words: [
      "发货",
      "发错",
      "漏发",
      "错发",
      "少件",
      "包装",
      "破损",
      "wrong item",
      "missing item",
      "packag",
      "dispatch",
      "damaged",
    ],
  },
  { department: "purchasing", words: ["缺货", "断货", "临期", "过期", "out of stock", "expiry", "expired"] },
  {
    department: "product",
    words: [
      "质量",
      "漏",
      "异味",
      "过敏",
      "红疹",
      "尺码",
      "掉色",
      "做工",
      "损坏",
      "召回",
      "quality",
      "defect",
      "leak",
      "smell",
      "rash",
      "size",
      "fault",
      "broken",
      "recall",
    ],
  },
  {
    department: "marketing",
    words: [
      "优惠",
      "活动",
      "宣传",
      "描述不符",
      "赠品",
      "价格",
      "coupon",
      "promotion",
      "advert",
      "price",
      "gift",
    ],
  },
  {
    department: "service",
    words: [
      "客服",
      "服务",
      "态度",
      "回复",
      "响应",
      "处理慢",
      "service",
      "rude",
      "reply",
      "response",
      "attitude",
    ],
  },
];

/** A reason to do away with: what it cost last month, who can change it, by when. */
export interface Improvement {
  readonly reason: string;
  readonly count: number;
  readonly change: number;
  /** Of the complaints of the month. */
  readonly share: number;
  readonly department: DepartmentId;
  /** Who dealt with most complaints for this reason and can speak for it; "": nobody is named. */
  readonly owner: string;
  readonly dueOn: DayNumber;
}

/** The department a reason belongs to; "unknown" for no words, or words that the table does not have. */
export function departmentOf(reason: string): DepartmentId {
  const plain = plainText(reason).toLowerCase();
  return (
    DEPARTMENT_RULES.find(({ words }) => words.some((word) => plain.includes(word)))?.department ?? "unknown"
  );
}

/**
 * The reasons that make up four fifths of a month's complaints, each with the department that can change it, the
 * colleague who knows most of it, and a day to have it done by.
 *
 * @param tickets - tickets of the window, for who dealt with a reason; of equal counts who did so first
 * @param dueOn - the day improvements are due
 */
export function improvements(
  month: ComplaintMonth,
  tickets: readonly TicketRecord[],
  dueOn: DayNumber,
): readonly Improvement[] {
  const handled = new Map<string, Map<string, number>>();
  for (const { type, reason, agent } of tickets) {
    if (type !== "complaint" || agent === "") continue;
    let agents = handled.get(reason);
    if (agents === undefined) handled.set(reason, (agents = new Map()));
    agents.set(agent, (agents.get(agent) ?? 0) + 1);
  }
  return month.reasons.slice(0, month.vital).map(({ reason, count, change }): Improvement => {
    const [owner] = [...(handled.get(reason) ?? [])].sort((one, other) => other[1] - one[1]);
    return {
      reason,
      count,
      change,
      share: count / month.complaints,
      department: departmentOf(reason),
      owner: owner?.[0] ?? "",
      dueOn,
    };
  });
}
