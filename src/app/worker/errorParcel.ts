import { AppProblem } from "../services";

/** An error as data: classes do not survive the way between two scripts' worlds. */
export type ErrorParcel =
  | {
      readonly kind: "problem";
      readonly code: string;
      readonly holes: AppProblem["holes"];
      readonly terms: AppProblem["terms"];
      readonly detail: Omit<AppProblem["detail"], "cause">;
    }
  | { readonly kind: "unforeseen"; readonly name: string; readonly message: string; readonly stack: string };

export function packError(error: unknown): ErrorParcel {
  if (error instanceof AppProblem) {
    const { code, holes, terms, detail } = error;
    const { place, retry } = detail;
    return {
      kind: "problem",
      code,
      holes,
      terms,
      detail: { ...(place !== undefined && { place }), ...(retry !== undefined && { retry }) },
    };
  }
  if (!(error instanceof Error))
    return { kind: "unforeseen", name: "Error", message: String(error), stack: "" };
  return { kind: "unforeseen", name: error.name, message: error.message, stack: error.stack ?? "" };
}

/** The error as it was thrown: its sentence can be found, and its details name the place in the code. */
export function unpackError(parcel: ErrorParcel): Error {
  if (parcel.kind === "problem")
    return new AppProblem(parcel.code, parcel.holes, parcel.terms, parcel.detail);
  const error = new Error(parcel.message);
  error.name = parcel.name;
  if (parcel.stack !== "") error.stack = parcel.stack;
  return error;
}
