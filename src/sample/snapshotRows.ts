import { dayOf, serialOfDay } from "../core/math/day";
import { readOrderBook } from "../core/orders";
import { scoreRfm } from "../core/rfm";
import { DEFAULT_SETTINGS } from "../core/settings";
import type { Cell, FieldOf, MappedTable, RawSheet } from "../core/tables";
import type { ShopProfile } from "./shopProfile";

/** The shop keeps a snapshot a month; the sample has the last one before its end. */
const TAKEN_ON = dayOf(2025, 11, 30);

/** Scores and tiers of the month before, from the same order sheet and by the same rules as any report. */
export function snapshotRows(
  profile: ShopProfile,
  sheet: RawSheet,
  fields: readonly FieldOf<"orders">[],
): readonly Partial<Record<FieldOf<"snapshots">, Cell>>[] {
  const table: MappedTable<"orders"> = {
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
  const settings = { ...DEFAULT_SETTINGS, asOf: TAKEN_ON };
  const book = readOrderBook([table], settings);
  const rfm = scoreRfm(book.summary, book.asOf, settings);
  return book.customers.flatMap((customerId, index) => {
    const tier = rfm.tiers[index] ?? "";
    // Who had not bought anything by then was no customer yet.
    if (tier === "" || tier === "noOrder") return [];
    const scored = rfm.inBase[index] === 1;
    const figure = (value: number | undefined): Cell => (scored ? (value ?? null) : null);
    return [
      {
        takenOn: serialOfDay(TAKEN_ON),
        customerId,
        r: figure(rfm.r[index]),
        f: figure(rfm.f[index]),
        m: figure(rfm.m[index]),
        score: figure(rfm.composite[index]),
        rank: figure(rfm.rank[index]),
        tier: profile.words[tier],
      },
    ];
  });
}
