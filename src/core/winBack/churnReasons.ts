/**
 * Why customers leave, as codes. The first three are the brief's own (互联网、转换计划、忠诚计划的同质性); the others
 * are what logs and complaints say. `none`: nobody wrote a reason down.
 */
export const CHURN_REASON_CODES = [
  "internet",
  "switching",
  "sameProgramme",
  "price",
  "quality",
  "service",
  "delivery",
  "needEnded",
  "moved",
  "contactLost",
  "other",
  "none",
] as const;
export type ChurnReasonCode = (typeof CHURN_REASON_CODES)[number];

/**
 * Words that give a code away, in the order they are tried: the narrower first. Lower case; English ones are
 * beginnings of words ("rival" does not stand in "arrival").
 */
const WORDS: readonly { readonly code: ChurnReasonCode; readonly words: readonly string[] }[] = [
  {
    code: "sameProgramme",
    words: ["同质", "会员卡", "会员权益", "积分", "权益一样", "loyalty program", "points", "rewards"],
  },
  {
    code: "switching",
    words: [
      "竞争",
      "竞品",
      "对手",
      "同行",
      "转到",
      "换到",
      "别家",
      "其他家",
      "switch",
      "competitor",
      "rival",
    ],
  },
  {
    code: "internet",
    words: ["互联网", "网购", "比价", "网上", "电商", "其他平台", "internet", "online", "compar"],
  },
  { code: "moved", words: ["搬家", "搬走", "搬迁", "迁居", "异地", "moved", "relocat"] },
  {
    code: "contactLost",
    words: ["联系不上", "失联", "空号", "停机", "换号", "无人接听", "reached", "unreachable", "no answer"],
  },
  {
    code: "needEnded",
    words: [
      "长大",
      "需求减少",
      "需求结束",
      "不再需要",
      "用不上",
      "不需要",
      "断奶",
      "outgrown",
      "no need",
      "no longer need",
      "not needed",
    ],
  },
  {
    code: "delivery",
    words: ["物流", "快递", "发货", "配送", "发错", "错发", "漏发", "包裹", "deliver", "shipping", "courier"],
  },
  {
    code: "quality",
    words: [
      "质量",
      "尺码",
      "不符",
      "异味",
      "破损",
      "损坏",
      "瑕疵",
      "过期",
      "变质",
      "漏",
      "坏",
      "quality",
      "wrong size",
      "too small",
      "too large",
      "as described",
      "smell",
      "defect",
      "broken",
      "damage",
    ],
  },
  {
    code: "price",
    words: ["价格", "太贵", "贵", "涨价", "优惠", "折扣", "price", "expensive", "cost", "cheaper"],
  },
  {
    code: "service",
    words: ["服务", "态度", "客服", "响应", "回复", "退款", "service", "rude", "staff", "refund", "answer"],
  },
];

/**
 * The code of a reason in people's own words: the first code of which a word stands in it; `other` where none
 * does, `none` for a blank. A guess from words: the text itself stays beside it.
 */
export function churnReasonCode(text: string): ChurnReasonCode {
  const said = text.normalize("NFKC").trim().toLowerCase();
  if (said === "") return "none";
  return WORDS.find(({ words }) => words.some((word) => isSaid(word, said)))?.code ?? "other";
}

function isSaid(word: string, text: string): boolean {
  if (!/^[a-z]/.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[a-z]/.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

export interface ChurnReasonLine {
  readonly code: ChurnReasonCode;
  /** Attempts of the win-back log with this reason, and how many of those that are settled were won. */
  readonly logged: number;
  readonly settled: number;
  readonly won: number;
  /** Lapsed customers with a complaint of this reason. */
  readonly complained: number;
}

/**
 * Reasons of churn, counted from the win-back log and from the complaints of customers who have lapsed; codes
 * that neither knows are left out. The most frequent first, blanks last.
 *
 * @param complaints - one a customer and reason
 */
export function churnReasons(
  attempts: readonly { readonly reason: string; readonly settled: boolean; readonly won: boolean }[],
  complaints: readonly { readonly customerKey: string; readonly reason: string }[],
): readonly ChurnReasonLine[] {
  const coded = attempts.map((attempt) => ({ ...attempt, code: churnReasonCode(attempt.reason) }));
  const complainers = new Map<ChurnReasonCode, Set<string>>();
  for (const { customerKey, reason } of complaints) {
    const code = churnReasonCode(reason);
    complainers.set(code, (complainers.get(code) ?? new Set()).add(customerKey));
  }
  return CHURN_REASON_CODES.flatMap((code): readonly ChurnReasonLine[] => {
    const own = coded.filter((attempt) => attempt.code === code);
    const settled = own.filter((attempt) => attempt.settled);
    const line = {
      code,
      logged: own.length,
      settled: settled.length,
      won: settled.filter(({ won }) => won).length,
      complained: complainers.get(code)?.size ?? 0,
    };
    return line.logged + line.complained === 0 ? [] : [line];
  }).sort(
    (one, other) =>
      Number(one.code === "none") - Number(other.code === "none") ||
      other.logged + other.complained - (one.logged + one.complained),
  );
}
