import type { Steps } from "../../core/math/steps";
import type { Language } from "../../core/settings";
import type { help } from "../../i18n/en/help";
import type { Parameters, ValuesOf } from "../arguments/parameter";
import type { Word } from "../words";

/** A value of a result; null stands for "cannot be known" and shows as an empty cell. */
export type ResultCell = string | number | boolean | null;

export type ResultTable = readonly (readonly ResultCell[])[];

export type Result = ResultTable | ResultCell;

/** A custom function, declared as data: its arguments, its columns, and the core it calls. */
export interface Definition<Ps extends Parameters = Parameters> {
  readonly id: string;
  /** In the order of the contract. */
  readonly parameters: Ps;
  /** Headings of the returned columns, for the help page and the header row. */
  readonly columns: readonly Word[];
  /** What the data may be unable to tell, for the help page. */
  readonly unknowable?: readonly Word[];
  /** A formula that works on the sheets of the sample, and what it shows. */
  readonly example: { readonly formula: string; readonly shows: keyof typeof help };
  /** In steps where it may take long. */
  compute(values: ValuesOf<Ps>, language: Language): Result | Steps<Result>;
}

/** Keeps the types of the arguments for `compute`, then forgets them, so that all definitions fit one list. */
export function define<const Ps extends Parameters>(definition: Definition<Ps>): Definition {
  return definition as unknown as Definition;
}
