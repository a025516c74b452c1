import { calculate } from "./calculate";
import { DEFINITIONS, type FunctionId } from "./definitions";
import type { ResultCell } from "./definitions/definition";
import { headings } from "./words";

/** What a formula would show. */
export interface Preview {
  readonly cells: ResultCell[][];
  /** The first row are the headings of the function's table. */
  readonly headed: boolean;
}

/**
 * What a formula would show, computed as Excel would have it computed.
 *
 * @param raw - arguments in order; ranges as rows of cells, null for what is left out
 * @throws CustomFunctions.Error with the sentence the cell would show
 */
export async function previewFunction(id: string, raw: readonly unknown[]): Promise<Preview> {
  const definition = DEFINITIONS[id as FunctionId];
  if (definition === undefined) throw new Error(`no function ${id}`);
  const shown = await calculate(definition, raw);
  const cells = Array.isArray(shown) ? shown : [[shown]];
  const { columns } = definition;
  const [first = []] = cells;
  const headed =
    columns !== undefined &&
    (["zh", "en"] as const).some((language) =>
      headings(language, columns).every((heading, place) => heading === first[place]),
    );
  return { cells, headed };
}
