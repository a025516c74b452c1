import type { BtydModel, Period } from "../core/btyd";
import { valueModelInSteps, type ValueModel } from "../core/clv";
import { NotKnowableError } from "../core/errors";
import type { Steps } from "../core/math/steps";
import type { KeyedBook } from "./readBook";
import { DEFAULT_RISK, readRisk } from "./readRisk";
import { StepMemo } from "./stepMemo";

const MODELS = new StepMemo<ValueModel>(6);

type FittedValueModel = Extract<ValueModel, { readonly status: "fitted" }>;

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
export function* readValueModel(
  read: KeyedBook,
  asked: { readonly model: BtydModel | "auto"; readonly period: Period },
): Steps<FittedValueModel> {
  const { period } = asked;
  const model = yield* MODELS.get(JSON.stringify([read.key, asked.model, period]), function* () {
    const wanted = asked.model === "auto" ? yield* countModelOf(read) : asked.model;
    return yield* valueModelInSteps(read.book, { model: wanted, period });
  });
  if (model.status === "refused") throw new NotKnowableError(FIT_REFUSALS[model.reason]);
  return model;
}

function* countModelOf(read: KeyedBook): Steps<BtydModel | "auto"> {
  const { method } = yield* readRisk(read, DEFAULT_RISK);
  return method.countModel ?? "auto";
}
