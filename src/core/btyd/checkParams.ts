import { InvalidArgumentError } from "../errors";
import type { BtydParams } from "./types";

/** Throws unless every parameter is finite and above 0; a and s may be 0 (nobody leaves). */
export function checkParams(params: BtydParams): void {
  const { r, alpha } = params;
  const [leaving, other] = params.model === "pareto" ? [params.s, params.beta] : [params.a, params.b];
  for (const value of [r, alpha, other]) {
    if (!(value > 0 && value < Infinity)) throw new InvalidArgumentError("params", "notPositive", { value });
  }
  if (!(leaving >= 0 && leaving < Infinity)) {
    throw new InvalidArgumentError("params", "notPositive", { value: leaving });
  }
}

/** Throws unless the horizon is a finite number, 0 or more. */
export function checkHorizon(horizon: number): void {
  if (!(horizon >= 0 && horizon < Infinity)) {
    throw new InvalidArgumentError("horizon", "outOfRange", { value: horizon });
  }
}
