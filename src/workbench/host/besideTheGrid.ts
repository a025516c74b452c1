import type { ChartModel, Link, SheetModel, TableModel } from "../../reports";
import type { BesideTheGrid } from "../book/modelOfSnapshot";
import { parseReference } from "../book/parseReference";
import { chartModel } from "./chartModel";
import type { HostLink } from "./extras";
import type { HostBook } from "./hostBook";

/** What the host keeps beside the grid, for a download. */
export function besideTheGrid(book: HostBook): BesideTheGrid {
  const { charts, tables, links, pages } = book.extras;
  const ids = book.sheetIds();
  const bySheet = <T>(of: (sheet: string) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(ids.map((id) => [id, of(id)]));
  return {
    spilled: bySheet((id) => book.spilled(id)) as BesideTheGrid["spilled"],
    charts: bySheet((id): readonly ChartModel[] =>
      charts
        .filter(({ sheet }) => sheet === id)
        .map((chart) => chartModel(chart, book))
        .filter((chart) => chart !== null),
    ),
    print: Object.fromEntries([...pages].filter(([id]) => book.hasSheet(id))) as Record<
      string,
      SheetModel["print"]
    >,
    tables: bySheet((id): readonly TableModel[] =>
      tables.filter(({ sheet }) => sheet === id).map(({ name, range, filter }) => ({ name, range, filter })),
    ),
    links: bySheet((id): readonly Link[] =>
      [...(links.get(id) ?? [])].flatMap(([place, link]): readonly Link[] => {
        const [row = 0, column = 0] = place.split(",").map(Number);
        const target = linkTarget(link);
        return target === null ? [] : [{ row, column, target }];
      }),
    ),
  };
}

function linkTarget({ address, documentReference }: HostLink): Link["target"] | null {
  if (documentReference !== undefined && documentReference !== "") {
    const place = parseReference(documentReference);
    const cell = documentReference.slice(documentReference.lastIndexOf("!") + 1).replaceAll("$", "");
    return place === null ? null : { sheet: place.sheet, cell };
  }
  return address === undefined || address === "" ? null : { url: address };
}
