import { calculate } from "./calculate";
import { DEFINITIONS, type FunctionId } from "./definitions";
import type { ResultCell } from "./definitions/definition";

/**
 * What a formula would show, computed as Excel would have it computed.
 *
 * @param raw - arguments in order; ranges as rows of cells, null for what is left out
 * @throws CustomFunctions.Error with the sentence the cell would show
 */
export async function previewFunction(id: string, raw: readonly unknown[]): Promise<ResultCell[][]> {
  const definition = DEFINITIONS[id as FunctionId];
  if (definition === undefined) throw new Error(`no function ${id}`);
  const shown = await calculate(definition, raw);
  return Array.isArray(shown) ? shown : [[shown]];
}
