import type { BtydModel, Period } from "../core/btyd";
import { valueModel, type ValueModel } from "../core/clv";
import { NotKnowableError } from "../core/errors";
import { Memo } from "./memo";
import type { KeyedBook } from "./readBook";
import { DEFAULT_RISK, readRisk } from "./readRisk";

const MODELS = new Memo<ValueModel>(6);

/** Code of the sentence for each reason why a purchase model is refused. */
export const FIT_REFUSALS = {
  noCustomers: "noOrders",
  noTime: "fitNoTime",
  notConverged: "fitNotConverged",
} as const;

/**
 * The models of purchases and spend behind CLV and FORECAST, fitted once for both.
 *
 * @param asked - "auto": the model whose expectations came closest on the data's own past
 * @throws NotKnowableError where a model cannot be fitted
 */
export function readValueModel(
  read: KeyedBook,
  asked: { readonly model: BtydModel | "auto"; readonly period: Period },
): Extract<ValueModel, { readonly status: "fitted" }> {
  const { period } = asked;
  const model = MODELS.get(JSON.stringify([read.key, asked.model, period]), () =>
    valueModel(read.book, { model: asked.model === "auto" ? countModelOf(read) : asked.model, period }),
  );
  if (model.status === "refused") throw new NotKnowableError(FIT_REFUSALS[model.reason]);
  return model;
}

function countModelOf(read: KeyedBook): BtydModel | "auto" {
  return readRisk(read, DEFAULT_RISK).method.countModel ?? "auto";
}
