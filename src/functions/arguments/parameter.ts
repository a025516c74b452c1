import type { Language } from "../../core/settings";
import type { Moment } from "../../core/math/day";
import type { Range } from "./range";

/** A range of cells. */
export interface RangeParameter {
  readonly kind: "range";
  readonly optional?: true;
  /** Exactly one column. */
  readonly single?: true;
  /** Name of the argument whose rows this one must match. */
  readonly sameRowsAs?: string;
}

export interface NumberParameter<Default extends number | null | "required" = number | null | "required"> {
  readonly kind: "number";
  /** Smallest value allowed. */
  readonly min?: number;
  /** Largest value allowed; only beside `min`. */
  readonly max?: number;
  /** The value must be larger than this. */
  readonly above?: number;
  readonly whole?: true;
  /** Stands for an omitted or blank argument, which "required" does not allow. */
  readonly whenBlank: Default;
}

/** One of a few words; compared without regard to case. */
export interface ChoiceParameter<Choice extends string = string> {
  readonly kind: "choice";
  readonly choices: readonly Choice[];
  /** Other spellings of the same choices, in lower case. */
  readonly aliases?: Readonly<Record<string, Choice>>;
  /** null: the argument must be given. */
  readonly whenBlank: Choice | null;
}

export interface SwitchParameter {
  readonly kind: "switch";
  readonly whenBlank: boolean;
}

/** A date or a date with a time: an Excel serial, or text such as 2025-12-31 18:00. */
export interface MomentParameter {
  readonly kind: "moment";
}

/** Ascending numbers in one cell: "30,90,180,365". */
export interface CutsParameter {
  readonly kind: "cuts";
}

export interface TextParameter {
  readonly kind: "text";
  /** A blank cell, or the 0 that some hosts make of one, is refused. */
  readonly required?: true;
  readonly whenBlank: string;
}

/** A word list: a range, or text with commas. */
export interface WordsParameter {
  readonly kind: "words";
}

/** Numbers in a range, or in one cell with commas. */
export interface NumbersParameter {
  readonly kind: "numbers";
  readonly min: number;
  readonly max: number;
  readonly whole?: true;
  readonly whenBlank: readonly number[];
}

export type ScalarParameter =
  NumberParameter | ChoiceParameter | SwitchParameter | MomentParameter | CutsParameter | TextParameter;

/** A two-column range of name and value. */
export interface OptionsParameter<Names extends OptionNames = OptionNames> {
  readonly kind: "options";
  readonly names: Names;
}
export type OptionNames = Readonly<Record<string, ScalarParameter>>;

export type Parameter =
  RangeParameter | ScalarParameter | WordsParameter | NumbersParameter | OptionsParameter;

/** Arguments by name, in the order of the function's contract. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** What a checked argument becomes. */
export type ValueOf<P extends Parameter> = P extends { kind: "range"; optional: true }
  ? Range | null
  : P extends RangeParameter
    ? Range
    : P extends NumberParameter<infer Default>
      ? number | Exclude<Default, "required">
      : P extends { kind: "choice"; choices: readonly (infer Choice)[]; whenBlank: string }
        ? Choice
        : P extends { kind: "choice"; choices: readonly (infer Choice)[] }
          ? Choice
          : P extends SwitchParameter
            ? boolean
            : P extends MomentParameter
              ? Moment | null
              : P extends CutsParameter
                ? readonly number[] | null
                : P extends TextParameter
                  ? string
                  : P extends WordsParameter
                    ? readonly string[] | null
                    : P extends NumbersParameter
                      ? readonly number[]
                      : P extends OptionsParameter<infer Names>
                        ? { readonly [Name in keyof Names]: ValueOf<Names[Name]> }
                        : never;

export type ValuesOf<Ps extends Parameters> = { readonly [Name in keyof Ps]: ValueOf<Ps[Name]> };

/** The language of labels and sentences; both the short and the regional names are understood. */
export const LANGUAGE = {
  kind: "choice",
  choices: ["zh", "en"] as readonly Language[],
  aliases: { "zh-cn": "zh", "zh-hans": "zh", 中文: "zh", "en-us": "en", "en-gb": "en", english: "en" },
  whenBlank: "zh",
} as const satisfies ChoiceParameter<Language>;
