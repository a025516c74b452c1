export type FieldCheck = "text" | "phone" | "email";

export interface CompletenessResult {
  readonly customers: number;
  readonly fields: readonly {
    readonly field: string;
    readonly check: FieldCheck;
    readonly filled: number;
    readonly empty: number;
    readonly invalid: number;
    readonly rate: number;
  }[];
  readonly cells: number;
  readonly total: number;
  readonly rate: number;
  readonly fullyComplete: number;
  readonly strict: number;
  readonly byOwner: readonly { readonly owner: string; readonly customers: number; readonly rate: number }[];
}
