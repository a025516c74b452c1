import { fitModelInSteps, histogramOf, type BtydParams, type FitResult } from "../../core/btyd";
import { NotKnowableError } from "../../core/errors";
import { ORDER_COLUMNS } from "../arguments/columns";
import { figuresIn } from "../figures";
import { readFilledBook } from "../readBook";
import { FIT_REFUSALS } from "../readValueModel";
import { StepMemo } from "../stepMemo";
import { word, type Word } from "../words";
import { define, type ResultCell } from "./definition";
import { MODEL, MODEL_OPTIONS } from "./modelOptions";
import { ORDER_OPTIONS } from "./orderOptions";

/** With fewer, parameters are of use as a hint only. */
const FEWEST_CUSTOMERS = 50;

const FITS = new StepMemo<FitResult>(12);

export const MODELFIT = define({
  parameters: {
    ...ORDER_COLUMNS,
    model: MODEL,
    options: {
      kind: "options",
      names: {
        period: MODEL_OPTIONS.period,
        ...ORDER_OPTIONS,
        // The first column names each row already.
        headers: { kind: "switch", whenBlank: false },
      },
    },
  },
  columns: ["name", "value"],
  *compute(asked, language) {
    const { model } = asked;
    const { period } = asked.options;
    const { book, key } = readFilledBook(asked);
    const fit = yield* FITS.get(JSON.stringify([key, model, period]), () =>
      fitModelInSteps(histogramOf(book.summary, book.asOf, { period }), model),
    );
    if (fit.status === "refused") throw new NotKnowableError(FIT_REFUSALS[fit.reason]);
    const figures = figuresIn(language);
    const sentences: Word[] =
      fit.status === "boundary"
        ? fit.boundaries.map((boundary): Word => `modelFit.boundary.${boundary}`)
        : ["modelFit.converged"];
    const notes = [...sentences, `modelFit.unit.${period}` as const].map((sentence) =>
      word(language, sentence),
    );
    if (fit.customers < FEWEST_CUSTOMERS) {
      notes.push(word(language, "modelFit.fewCustomers", { customers: fit.customers }));
    }
    if (fit.customersUsed < fit.customers) {
      notes.push(word(language, "modelFit.sample", { customersUsed: figures.decimal(fit.customersUsed, 0) }));
    }
    return [
      ["model", fit.params.model],
      ["customers", fit.customers],
      ...parametersOf(fit.params),
      ["logLikelihood", fit.logLikelihood],
      ["aic", fit.aic],
      // At a boundary the maximum was found as well; of one-time buyers alone there is nothing to find.
      ["converged", fit.status === "converged" || !fit.boundaries.includes("allOneTime")],
      ["note", notes.join(language === "en" ? " " : "")],
    ];
  },
});

/** In the order of the papers, under the letters that formulas look them up by. */
function parametersOf(params: BtydParams): ResultCell[][] {
  const { r, alpha } = params;
  const leaving =
    params.model === "pareto"
      ? [
          ["s", params.s],
          ["beta", params.beta],
        ]
      : [
          ["a", params.a],
          ["b", params.b],
        ];
  return [["r", r], ["alpha", alpha], ...leaving];
}
