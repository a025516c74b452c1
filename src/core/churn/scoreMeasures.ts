/** How well predicted probabilities met what happened. */
export interface ScoreMeasures {
  /**
   * P(a random customer it happened to was given a higher probability than a random one it did not),
   * ties half; null where only one of the two kinds is there.
   */
  readonly auc: number | null;
  /** Mean squared distance; null without customers. */
  readonly brier: number | null;
  /** Mean of −ln of the probability given to what happened; null without customers. */
  readonly logLoss: number | null;
}

/** One row of a reliability table. */
export interface CalibrationRow {
  readonly customers: number;
  readonly meanPredicted: number;
  readonly realised: number;
}

/** Probabilities are kept this far from 0 and 1 in logarithms: one wrong certainty must not cost infinity. */
const EDGE = 1e-15;

/**
 * Measures of probabilities against outcomes.
 *
 * @param predicted - probabilities (for the AUC any score will do)
 * @param happened - 1 or 0, of the same length
 */
export function scoreMeasures(predicted: Float64Array, happened: Uint8Array): ScoreMeasures {
  const count = predicted.length;
  if (count === 0) return { auc: null, brier: null, logLoss: null };
  let squares = 0;
  let logs = 0;
  for (let row = 0; row < count; row++) {
    const p = predicted[row] ?? 0;
    const y = happened[row] ?? 0;
    squares += (p - y) ** 2;
    logs -= Math.log(Math.min(1, Math.max(EDGE, y === 1 ? p : 1 - p)));
  }
  return { auc: areaUnderCurve(predicted, happened), brier: squares / count, logLoss: logs / count };
}

/**
 * The area under the ROC curve, from rank sums; equal scores count half.
 *
 * @returns null where it happened to everybody or to nobody
 * @see Hanley & McNeil (1982)
 */
export function areaUnderCurve(scores: Float64Array, happened: Uint8Array): number | null {
  const order = rowsByScore(scores);
  let positives = 0;
  let rankSum = 0;
  let from = 0;
  while (from < order.length) {
    let to = from;
    let inGroup = 0;
    const score = scores[order[from] ?? 0];
    while (to < order.length && scores[order[to] ?? 0] === score) {
      inGroup += happened[order[to] ?? 0] ?? 0;
      to++;
    }
    // Ranks from 1; a tied group shares its mean rank.
    rankSum += inGroup * ((from + 1 + to) / 2);
    positives += inGroup;
    from = to;
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * The reliability table: customers in order of their probability, in groups of about equal size, with
 * the mean probability of each and the share it happened to. Equal probabilities are never parted, so
 * there may be fewer groups.
 */
export function calibrationTable(
  predicted: Float64Array,
  happened: Uint8Array,
  groups = 10,
): readonly CalibrationRow[] {
  const order = rowsByScore(predicted);
  const rows: CalibrationRow[] = [];
  let from = 0;
  for (let group = 1; group <= groups && from < order.length; group++) {
    let to = Math.max(from, Math.round((group * order.length) / groups));
    if (to === from) continue;
    while (to < order.length && predicted[order[to] ?? 0] === predicted[order[to - 1] ?? 0]) to++;
    let sum = 0;
    let events = 0;
    for (let at = from; at < to; at++) {
      sum += predicted[order[at] ?? 0] ?? 0;
      events += happened[order[at] ?? 0] ?? 0;
    }
    const customers = to - from;
    rows.push({ customers, meanPredicted: sum / customers, realised: events / customers });
    from = to;
  }
  return rows;
}

/** Mean distance between predicted and realised share over the groups of a reliability table, by size. */
export function calibrationError(table: readonly CalibrationRow[]): number | null {
  const customers = table.reduce((sum, row) => sum + row.customers, 0);
  if (customers === 0) return null;
  return (
    table.reduce((sum, row) => sum + row.customers * Math.abs(row.meanPredicted - row.realised), 0) /
    customers
  );
}

/**
 * How many times more often it happened to the share of customers with the highest scores than to all;
 * customers tied at the border count in part. null where it happened to nobody.
 */
export function liftOfTop(scores: Float64Array, happened: Uint8Array, share: number): number | null {
  const order = rowsByScore(scores);
  const all = happened.reduce((sum, value) => sum + value, 0);
  const size = share * order.length;
  if (all === 0 || size <= 0) return null;
  let events = 0;
  let taken = 0;
  let to = order.length;
  while (to > 0 && taken < size) {
    let from = to;
    let inGroup = 0;
    const score = scores[order[to - 1] ?? 0];
    while (from > 0 && scores[order[from - 1] ?? 0] === score) {
      from--;
      inGroup += happened[order[from] ?? 0] ?? 0;
    }
    const part = Math.min(1, (size - taken) / (to - from));
    events += part * inGroup;
    taken += part * (to - from);
    to = from;
  }
  return events / taken / (all / order.length);
}

function rowsByScore(scores: Float64Array): Int32Array {
  const order = new Int32Array(scores.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  return order.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
}
