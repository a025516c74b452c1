import type { SettledOrders } from "./settleOrders";

/** Valid groups in the order customer, day, first row: two stable counting passes, no comparisons. */
export function sortOrders(settled: SettledOrders, customers: number): Int32Array {
  const { groupCount, valid, customer, day } = settled;
  let first = Infinity;
  let last = -Infinity;
  let count = 0;
  for (let group = 0; group < groupCount; group++) {
    if (valid[group] !== 1) continue;
    const groupDay = day[group] ?? 0;
    if (groupDay < first) first = groupDay;
    if (groupDay > last) last = groupDay;
    count++;
  }
  if (count === 0) return new Int32Array(0);

  const byDay = new Int32Array(count);
  const dayStarts = new Int32Array(last - first + 2);
  for (let group = 0; group < groupCount; group++) {
    if (valid[group] === 1) bump(dayStarts, (day[group] ?? 0) - first + 1);
  }
  runningSum(dayStarts);
  for (let group = 0; group < groupCount; group++) {
    if (valid[group] === 1) byDay[take(dayStarts, (day[group] ?? 0) - first)] = group;
  }

  const sorted = new Int32Array(count);
  const customerStarts = new Int32Array(customers + 1);
  for (const group of byDay) bump(customerStarts, (customer[group] ?? 0) + 1);
  runningSum(customerStarts);
  for (const group of byDay) sorted[take(customerStarts, customer[group] ?? 0)] = group;
  return sorted;
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function take(starts: Int32Array, at: number): number {
  const place = starts[at] ?? 0;
  starts[at] = place + 1;
  return place;
}

function runningSum(counts: Int32Array): void {
  for (let index = 1; index < counts.length; index++) {
    counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
  }
}
