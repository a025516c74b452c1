import { SECONDS_PER_DAY, type DayNumber } from "../../src/core/math/day";
import type { TicketRecord } from "../../src/core/service";
import type { SurveyAnswer } from "../../src/core/surveys";

const HOUR = 3_600;

/**
 * Tickets of the small shop, one for each thing a service review has to show: reasons of two months, an open major
 * failure that nobody escalated and one that somebody did, a complaint to be graded, two in 30 days of one customer, an
 * answer that is cold, and times that nobody can read.
 */
export function smallTickets(asOf: DayNumber): readonly TicketRecord[] {
  let number = 0;
  const ticket = (daysAgo: number, user: number, more: Partial<TicketRecord> = {}): TicketRecord => {
    number += 1;
    const id = `user${String(user).padStart(2, "0")}`;
    const createdAt = (asOf - daysAgo) * SECONDS_PER_DAY + 10 * HOUR;
    return {
      ticketId: `T${String(number).padStart(2, "0")}`,
      customerId: id,
      customerKey: id,
      type: "complaint",
      severity: "general",
      channel: number % 2 === 0 ? "电话" : "微信",
      createdAt,
      firstResponseAt: createdAt + HOUR,
      resolvedAt: createdAt + (number % 3 === 0 ? 30 : 6) * HOUR,
      followUpAt: null,
      escalatedAt: null,
      unknownTimes: [],
      reason: "物流延误",
      reply: "我会帮您跟进",
      agent: number % 3 === 0 ? "小陈" : "小林",
      file: "shop.xlsx",
      sheet: "工单",
      row: number + 1,
      ...more,
    };
  };
  return [
    ticket(120, 3),
    ticket(90, 2, { reason: "包装破损", severity: "quality" }),
    ticket(60, 6, { reason: "退款太慢" }),
    ticket(40, 7, { reason: "包装破损", severity: "quality" }),
    ticket(38, 8),
    ticket(36, 9),
    ticket(34, 10, { reason: "说不清", agent: "" }),
    ticket(33, 11, { severity: "major", escalatedAt: (asOf - 33) * SECONDS_PER_DAY + 11 * HOUR }),
    ticket(30, 12, { type: "afterSales", reason: "退货", followUpAt: (asOf - 27) * SECONDS_PER_DAY }),
    ticket(20, 13, { type: "enquiry", reason: "尺码", reply: "这个我不知道" }),
    ticket(12, 7, { severity: "unknown", reason: "" }),
    ticket(2, 4, { reason: "召回批次未通知", severity: "major", resolvedAt: null }),
    ticket(1, 7, { firstResponseAt: null, resolvedAt: null, reply: "" }),
    ticket(1, 14, { type: "enquiry", reason: "发货", resolvedAt: null, unknownTimes: ["resolvedAt"] }),
  ];
}

/** Answers of the small shop: content, content but gone, and not content at all. */
export function smallAnswers(asOf: DayNumber): readonly SurveyAnswer[] {
  const answer = (
    user: number,
    daysAgo: number,
    satisfaction: number,
    recommend: number,
    refusesRivals: number | null = null,
    walletShare: number | null = null,
  ): SurveyAnswer => {
    const id = `user${String(user).padStart(2, "0")}`;
    return {
      customerId: id,
      customerKey: id,
      answeredOn: asOf - daysAgo,
      satisfaction,
      satisfactionScale: { min: 1, max: 5 },
      recommend,
      recommendScale: { min: 0, max: 10 },
      trust: null,
      priceSensitivity: null,
      choosingTime: null,
      refusesRivals,
      walletShare,
      comment: "",
    };
  };
  return [
    answer(1, 20, 5, 10, 1),
    answer(4, 200, 4, 9, null, 0.9),
    answer(7, 11, 2, 3, 0.25),
    answer(10, 100, 4, 8),
  ];
}
