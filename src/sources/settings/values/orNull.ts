import { z } from "zod";

/** Words for "let the data decide" and for an empty list. */
export const NOTHING: ReadonlySet<unknown> = new Set([
  null,
  "",
  "null",
  "auto",
  "自动",
  "none",
  "无",
  "-",
  "–",
  "最后下单日",
  "last order day",
  "基准日结束",
  "end of the as-of day",
  "按名次",
  "by rank",
  "按原文",
  "as written",
  "出现最多的",
  "most frequent",
  "基准日次日",
  "day after the as-of date",
  "未知",
  "not known",
  "表中已有的默认字段",
  "default fields the sheet has",
]);

/** The value, or null for "let the data decide". */
export const orNull = (schema: z.ZodType) =>
  z.preprocess(
    (value) => (NOTHING.has(typeof value === "string" ? value.trim().toLowerCase() : value) ? null : value),
    z.union([z.null(), schema]),
  );
