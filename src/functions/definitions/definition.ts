import type { Steps } from "../../core/math/steps";
import type { Language } from "../../core/settings";
import type { Parameters, ValuesOf } from "../arguments/parameter";
import type { Column } from "../words";

/** A value of a result; null stands for "cannot be known" and shows as an empty cell. */
export type ResultCell = string | number | boolean | null;

export type ResultTable = readonly (readonly ResultCell[])[];

export type Result = ResultTable | ResultCell;

/** A custom function, declared as data: its arguments, its columns, and the core it calls. */
export interface Definition<Ps extends Parameters = Parameters> {
  /** In the order of the contract. */
  readonly parameters: Ps;
  /** The returned columns, where their headings stand in the first row, unless the option `headers` is FALSE. */
  readonly columns?: readonly Column[];
  /** In steps where it may take long. */
  compute(values: ValuesOf<Ps>, language: Language): Result | Steps<Result>;
}

/** Keeps the types of the arguments for `compute`, then forgets them, so that all definitions fit one list. */
export function define<const Ps extends Parameters>(definition: Definition<Ps>): Definition {
  return definition as unknown as Definition;
}
