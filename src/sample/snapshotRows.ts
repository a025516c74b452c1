import { analyse } from "../core/analysis";
import { dayOf, serialOfDay } from "../core/math/day";
import { DEFAULT_SETTINGS } from "../core/settings";
import {
  SHEET_FIELDS,
  type Cell,
  type FieldOf,
  type MappedTable,
  type MappedTables,
  type RawSheet,
} from "../core/tables";
import type { ShopProfile } from "./shopProfile";

/** The shop keeps a snapshot a month; the sample has the last one before its end. */
const TAKEN_ON = dayOf(2025, 11, 30);

/** As far as two machines agree on a probability whatever the last bits of their logarithms. */
const THOUSANDTH = 1_000;

/** Scores, tiers and risks of the month before, from the same order sheet and by the same rules as any report. */
export function snapshotRows(
  profile: ShopProfile,
  sheet: RawSheet,
  fields: readonly FieldOf<"orders">[],
): readonly Partial<Record<FieldOf<"snapshots">, Cell>>[] {
  const orders: MappedTable<"orders"> = {
    kind: "orders",
    file: sheet.file,
    sheet: sheet.name,
    profile: "plain",
    date1904: sheet.date1904,
    firstRow: 2,
    headings: fields.map((field) => profile.headings.orders[field] ?? ""),
    columns: Object.fromEntries(fields.map((field, index) => [field, index])),
    rows: sheet.rows.slice(1),
  };
  const none = Object.fromEntries(
    Object.keys(SHEET_FIELDS).map((kind) => [kind, []]),
  ) as unknown as MappedTables;
  const { customers, predictions, settingsHash } = analyse({ ...none, orders: [orders] }, [], {
    ...DEFAULT_SETTINGS,
    asOf: TAKEN_ON,
  });
  return customers.flatMap(({ id, bookIndex, r, f, m, score, rank, tier }) => {
    // Who had not bought anything by then was no customer yet.
    if (tier === "" || tier === "noOrder") return [];
    const scored = score !== null;
    const risk = predictions?.risk[bookIndex];
    return [
      {
        takenOn: serialOfDay(TAKEN_ON),
        customerId: id,
        r: scored ? r : null,
        f: scored ? f : null,
        m: scored ? m : null,
        score,
        rank,
        tier: profile.words[tier],
        churnRisk:
          risk === undefined || Number.isNaN(risk) ? null : Math.round(risk * THOUSANDTH) / THOUSANDTH,
        settingsHash,
      },
    ];
  });
}
