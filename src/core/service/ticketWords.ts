import { plainText } from "../tables";
import type { TicketSeverity, TicketType } from "./types";

/**
 * Words by which sheets name a kind, in lower case and plain width. A cell that is one of the words is
 * that kind; else the first row with a word that the cell contains.
 */
type WordTable<T extends string> = readonly { readonly id: T; readonly words: readonly string[] }[];

/** A complaint is the graver reading of a mixed word such as 投诉咨询, so it stands first. */
export const TYPE_WORDS: WordTable<TicketType> = [
  { id: "complaint", words: ["投诉", "抱怨", "客诉", "差评", "complaint", "complain"] },
  {
    id: "afterSales",
    words: [
      "售后",
      "退货",
      "换货",
      "退换",
      "退款",
      "维修",
      "保修",
      "after-sales",
      "after sales",
      "aftersales",
      "after-sale",
      "after sale",
      "aftersale",
      "return",
      "refund",
      "exchange",
      "repair",
      "warranty",
    ],
  },
  {
    id: "enquiry",
    words: [
      "咨询",
      "询问",
      "问询",
      "询价",
      "售前",
      "enquiry",
      "inquiry",
      "question",
      "pre-sales",
      "presales",
    ],
  },
  { id: "other", words: ["其他", "其它", "建议", "表扬", "other", "suggestion", "praise"] },
];

/** The three levels of the brief: 一般咨询, 产品质量问题, 重大服务失误. The graver reading stands first. */
export const SEVERITY_WORDS: WordTable<Exclude<TicketSeverity, "unknown">> = [
  {
    id: "major",
    words: [
      "重大",
      "严重",
      "紧急",
      "三级",
      "3级",
      "高",
      "major",
      "critical",
      "severe",
      "serious",
      "high",
      "3",
    ],
  },
  { id: "quality", words: ["质量", "二级", "2级", "中", "quality", "defect", "medium", "2"] },
  {
    id: "general",
    words: [
      "一般",
      "普通",
      "轻微",
      "一级",
      "1级",
      "低",
      "general",
      "minor",
      "normal",
      "ordinary",
      "low",
      "1",
    ],
  },
];

/** Words of a status column that say a ticket is done, whether or not a time stands beside them. */
export const DONE_WORDS: WordTable<"done"> = [
  {
    id: "done",
    words: [
      "已解决",
      "已完成",
      "已关闭",
      "已结案",
      "已处理",
      "完结",
      "closed",
      "resolved",
      "solved",
      "done",
      "completed",
    ],
  },
];

/** Words that a status column begins a denial with: 未解决 and "not solved" are not done. */
const NOT = /^(?:未|没|尚未|待|not\b|un)/;

export function typeOfWord(text: string): TicketType | null {
  return kindOfWord(text, TYPE_WORDS);
}

export function severityOfWord(text: string): Exclude<TicketSeverity, "unknown"> | null {
  return kindOfWord(text, SEVERITY_WORDS);
}

export function isDoneWord(text: string): boolean {
  const plain = plainText(text).toLowerCase();
  return !NOT.test(plain) && kindOfWord(plain, DONE_WORDS) !== null;
}

function kindOfWord<T extends string>(text: string, table: WordTable<T>): T | null {
  const plain = plainText(text).toLowerCase();
  if (plain === "") return null;
  const exact = table.find(({ words }) => words.includes(plain));
  return (exact ?? table.find(({ words }) => words.some((word) => isInside(word, plain))))?.id ?? null;
}

/** Single characters count alone only (3, 高), and English words where a word begins: slow is not low. */
function isInside(word: string, plain: string): boolean {
  if (word.length < 2) return false;
  return /^[a-z]/.test(word) ? new RegExp(`(?<![a-z])${word}`).test(plain) : plain.includes(word);
}
