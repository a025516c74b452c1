import type { DayNumber } from "../../math/day";
import { winBackTracker, type WinBackTracker } from "../../winBack";
import { ordersUntil } from "../ordersUntil";
import type { ProgrammeSources } from "./inputs";
import { touchCosts } from "./touchCosts";

/** The win-back log against the orders of today. The log is empty without a sheet: hold-outs are drawn all the same. */
export function winBackOf(sources: ProgrammeSources): WinBackTracker {
  const { asOf, book } = sources;
  return tracked(sources, asOf, book.orders, (order) => book.discounts?.[order] ?? Number.NaN);
}

/** The same as it could be judged on an earlier day: by the orders up to it, of attempts begun by then; without discounts. */
export function winBackAt(sources: Parameters<typeof tracked>[0], day: DayNumber): WinBackTracker {
  return tracked(sources, day, ordersUntil(sources.book.orders, day), () => Number.NaN);
}

function tracked(
  {
    winBackLog,
    touches,
    book,
    rowByKey,
    settings,
  }: Pick<ProgrammeSources, "winBackLog" | "touches" | "book" | "rowByKey" | "settings">,
  asOf: DayNumber,
  orders: Parameters<typeof winBackTracker>[1]["orders"],
  discountOf: (order: number) => number,
): WinBackTracker {
  const { winBackDays, holdOutShare, holdOutSeed } = settings.programme;
  return winBackTracker(
    winBackLog,
    {
      asOf,
      orders,
      decimals: book.decimals,
      discountOf,
      customerOf: (key) => rowByKey.get(key)?.bookIndex ?? -1,
      keyOf: (customer) => book.customerKeys[customer] ?? "",
      costIn: touchCosts(touches),
    },
    { months: settings.winBackMonths, days: winBackDays, share: holdOutShare, seed: holdOutSeed },
  );
}
