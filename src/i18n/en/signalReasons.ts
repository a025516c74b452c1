/** Reasons of a risk that other sheets than the orders give; custom functions know orders alone. */
export const signalReasons = {
  "reason.complaints": "complaints in the last {days} days: {count}",
  "reason.satisfaction": "latest satisfaction {answer}",
  "reason.refunds": "{share} of spend was given back",
  "reason.discounts": "bought at {share} off on average",
  "reason.touches": "answered {answered} of {delivered} messages",
} as const;
