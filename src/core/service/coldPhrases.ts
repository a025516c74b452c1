import { plainText } from "../tables";
import type { TicketRecord } from "./types";

export type ColdPhraseId = "notKnown" | "notMine" | "noWay" | "rules" | "yourFault" | "waitOnly";

/**
 * Phrases that leave a customer alone (服务话术), as they stand in replies, in lower case and plain width. What to
 * say instead is for the words to say.
 */
export const COLD_PHRASES: readonly { readonly id: ColdPhraseId; readonly phrases: readonly string[] }[] = [
  {
    id: "notKnown",
    phrases: ["我不知道", "我不清楚", "我不了解", "i don't know", "i do not know", "no idea"],
  },
  {
    id: "notMine",
    phrases: [
      "不归我管",
      "不是我负责",
      "不关我的事",
      "不是我们的问题",
      "not my job",
      "not my department",
      "not our problem",
    ],
  },
  { id: "noWay", phrases: ["没办法", "做不到", "不可能", "nothing i can do", "can't help", "impossible"] },
  { id: "rules", phrases: ["这是规定", "公司规定", "我们的规定", "that's our policy", "company policy"] },
  {
    id: "yourFault",
    phrases: ["你自己", "是你的问题", "你没看清", "your own fault", "you should have", "you must have"],
  },
  { id: "waitOnly", phrases: ["你等着", "等着吧", "急什么", "just wait", "you have to wait"] },
];

/** How often replies say what they should not. */
export interface PhraseScan {
  /** Tickets with a reply. */
  readonly replies: number;
  /** Of them, with at least one of the phrases. */
  readonly cold: number;
  /** Phrases that were found, the most frequent first; a reply counts once for each. */
  readonly phrases: readonly {
    readonly id: ColdPhraseId;
    readonly count: number;
    /** The spelling found first. */
    readonly example: string;
    /** Ticket it was found in. */
    readonly ticketId: string;
  }[];
}

/**
 * Scans the replies of tickets for phrases that staff should not use. Nothing leaves the machine; a phrase that is
 * quoted counts like one that is meant.
 *
 * @returns null where no ticket has a reply: the sheet has no such column, or it is blank
 */
export function coldPhrases(tickets: readonly TicketRecord[]): PhraseScan | null {
  const found = new Map<ColdPhraseId, { count: number; example: string; ticketId: string }>();
  let replies = 0;
  let cold = 0;
  for (const { reply, ticketId } of tickets) {
    if (reply === "") continue;
    replies++;
    const plain = plainText(reply).toLowerCase().replaceAll("’", "'");
    let isCold = false;
    for (const { id, phrases } of COLD_PHRASES) {
      const example = phrases.find((phrase) => plain.includes(phrase));
      if (example === undefined) continue;
      isCold = true;
      const known = found.get(id);
      if (known === undefined) found.set(id, { count: 1, example, ticketId });
      else known.count++;
    }
    if (isCold) cold++;
  }
  if (replies === 0) return null;
  return {
    replies,
    cold,
    phrases: [...found]
      .map(([id, phrase]) => ({ id, ...phrase }))
      .sort((one, other) => other.count - one.count),
  };
}
