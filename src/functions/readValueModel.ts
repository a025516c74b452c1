import type { BtydModel, Period } from "../core/btyd";
import { valueModel, type ValueModel } from "../core/clv";
import { NotKnowableError } from "../core/errors";
import { Memo } from "./memo";
import type { KeyedBook } from "./readBook";

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
 * @throws NotKnowableError where a model cannot be fitted
 */
export function readValueModel(
  { book, key }: KeyedBook,
  asked: { readonly model: BtydModel | "auto"; readonly period: Period },
): Extract<ValueModel, { readonly status: "fitted" }> {
  const model = MODELS.get(JSON.stringify([key, asked.model, asked.period]), () => valueModel(book, asked));
  if (model.status === "refused") throw new NotKnowableError(FIT_REFUSALS[model.reason]);
  return model;
}
