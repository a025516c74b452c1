import type { DayNumber } from "../math/day";
import type { ResponseCounts, TouchRecord, TouchResponse } from "./types";

/**
 * Whether a touch arrived, for touches that say both whether they arrived and whether they were
 * answered; null for the others. Somebody who answered was reached, whatever the other column says.
 */
export function arrival(touch: TouchRecord): "missed" | "arrived" | "answered" | null {
  if (touch.delivered === null || touch.responded === null) return null;
  return touch.responded ? "answered" : touch.delivered ? "arrived" : "missed";
}

/** Whether a touch was made inside a window, both ends in. */
export function isDoneWithin(touch: TouchRecord, from: DayNumber, to: DayNumber): boolean {
  return touch.doneOn !== null && touch.doneOn >= from && touch.doneOn <= to;
}

/**
 * Response to the touches made inside a window (营销触达响应率): responded ÷ delivered, per touch, and per
 * customer (a customer with several touches responded if one was answered).
 *
 * What was sent but not delivered is in no rate. A touch that does not say what became of it (the
 * sheet lacks the column, or a word nobody knows) is left out on both sides.
 *
 * @returns channels in order of first appearance; rates null with nothing delivered
 */
export function touchResponse(
  touches: readonly TouchRecord[],
  windowStart: DayNumber,
  asOf: DayNumber,
): TouchResponse {
  const byChannel = new Map<string, { delivered: number; responded: number }>();
  const responses = new Map<string, boolean>();
  let delivered = 0;
  let responded = 0;
  for (const touch of touches) {
    if (!isDoneWithin(touch, windowStart, asOf)) continue;
    const outcome = arrival(touch);
    if (outcome === null || outcome === "missed") continue;
    const answered = outcome === "answered";
    delivered++;
    if (answered) responded++;
    responses.set(touch.customerKey, answered || (responses.get(touch.customerKey) ?? false));
    let channel = byChannel.get(touch.channel);
    if (channel === undefined) {
      channel = { delivered: 0, responded: 0 };
      byChannel.set(touch.channel, channel);
    }
    channel.delivered++;
    if (answered) channel.responded++;
  }
  const counts = (reached: number, answered: number): ResponseCounts => ({
    delivered: reached,
    responded: answered,
    rate: reached > 0 ? answered / reached : null,
  });
  const answering = [...responses.values()].filter(Boolean).length;
  return {
    ...counts(delivered, responded),
    customers: counts(responses.size, answering),
    byChannel: [...byChannel].map(([channel, tally]) => ({
      channel,
      ...counts(tally.delivered, tally.responded),
    })),
  };
}
