import { riskJumps } from "../churn";
import { NO_DAY, type DayNumber } from "../math/day";
import { normaliseId } from "../tables";
import type { Predictions } from "./predictions";
import type { CustomerRow, RiskAlert, SnapshotRow } from "./types";

/**
 * Customers whose churn risk jumped since the newest earlier snapshot that has risks, the largest rise first.
 *
 * A snapshot made with another horizon speaks of another risk and is passed over: its fingerprint differs.
 */
export function riskAlerts(
  rows: readonly CustomerRow[],
  predictions: Predictions | null,
  snapshots: readonly SnapshotRow[],
  asOf: DayNumber,
  settingsHash: string,
): readonly RiskAlert[] {
  if (predictions === null) return [];
  const usable = snapshots.filter(
    (row) => row.takenOn < asOf && row.churnRisk !== null && row.settingsHash === settingsHash,
  );
  const since = usable.reduce((latest, { takenOn }) => Math.max(latest, takenOn), NO_DAY);
  if (since === NO_DAY) return [];
  const earlier = new Map(
    usable
      .filter(({ takenOn }) => takenOn === since)
      .map(({ customerId, churnRisk }) => [normaliseId(customerId), churnRisk ?? Number.NaN]),
  );
  const before = new Float64Array(predictions.risk.length).fill(Number.NaN);
  const rowOf = new Map<number, CustomerRow>();
  for (const row of rows) {
    if (row.bookIndex < 0) continue;
    rowOf.set(row.bookIndex, row);
    before[row.bookIndex] = earlier.get(row.key) ?? Number.NaN;
  }
  return riskJumps(before, predictions).flatMap(({ customer, before: was, now }) => {
    const row = rowOf.get(customer);
    if (row === undefined) return [];
    return [
      {
        customerId: row.id,
        name: row.record?.name ?? "",
        tier: row.tier,
        owner: row.record?.owner ?? "",
        bookIndex: customer,
        since,
        before: was,
        now,
        low: predictions.low[customer] ?? now,
        netSpend: row.netSpend,
      },
    ];
  });
}
