import { plainText } from "../tables/cellText";

/** Departments in the order in which their words are tried. */
export const DEPARTMENT_IDS = [
  "finance",
  "carrier",
  "warehouse",
  "purchasing",
  "product",
  "marketing",
  "service",
] as const;
type KnownDepartment = (typeof DEPARTMENT_IDS)[number];
export type DepartmentId = KnownDepartment | "unknown";

/** Words of a complaint reason by which the department that can do away with it is known. */
export type DepartmentWords = Readonly<Record<KnownDepartment, readonly string[]>>;

/**
 * The words until somebody sets others. Parcels that got lost or came late are tried before what the warehouse put
 * into them, and a refund before the goods that are sent back for it.
 */
export const DEFAULT_DEPARTMENT_WORDS: DepartmentWords = {
  finance: ["退款", "发票", "价保", "扣款", "refund", "invoice", "charge", "billing"],
  carrier: [
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
  warehouse: [
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
  purchasing: ["缺货", "断货", "临期", "过期", "out of stock", "expiry", "expired"],
  product: [
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
  marketing: [
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
  service: [
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
};

/**
 * The department a reason belongs to, and the word that says so: the first department of which a word stands in it,
 * whatever its case and width. "unknown" for no reason, or one that holds no word of the table.
 */
export function departmentOf(
  reason: string,
  words: DepartmentWords,
): { readonly department: DepartmentId; readonly word: string } {
  const said = plain(reason);
  for (const department of DEPARTMENT_IDS) {
    const word = words[department].find((one) => one !== "" && said.includes(plain(one)));
    if (word !== undefined) return { department, word };
  }
  return { department: "unknown", word: "" };
}

const plain = (text: string) => plainText(text).toLowerCase();
