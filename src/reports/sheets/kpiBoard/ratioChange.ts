import type { ReportContext } from "../../context";

/** How much more than before, as a share of it; null where there was nothing to compare with. */
export const ratioChange = (now: number, before: number | null) =>
  before === null || before <= 0 ? null : now / before - 1;

/** A change in per cent, with its sign. */
export const signedPercent = (value: number, { words }: ReportContext) =>
  `${value > 0 ? "+" : ""}${words.percent(value)}`;
