import { fitModelInSteps, histogramOf, type BtydParams, type FitResult } from "../../core/btyd";
import { NotKnowableError } from "../../core/errors";
import { figuresIn } from "../figures";
import { readFilledBook } from "../readBook";
import { FIT_REFUSALS } from "../readValueModel";
import { StepMemo } from "../stepMemo";
import { word, type Word } from "../words";
import { define, type ResultCell } from "./definition";
import { MODEL, MODEL_OPTIONS } from "./modelOptions";
import { ORDER_OPTIONS, readingOf } from "./orderOptions";

/** With fewer, parameters are of use as a hint only. */
const FEWEST_CUSTOMERS = 50;

const FITS = new StepMemo<FitResult>(12);

export const MODELFIT = define({
  id: "MODELFIT",
  parameters: {
    customers: { kind: "range", columns: [1, 1] },
    dates: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    amounts: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    asOf: { kind: "moment" },
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
  columns: ["functions.column.name", "functions.column.value"],
  unknowable: [
    "functions.unknowable.noOrders",
    "functions.unknowable.fitNoTime",
    "functions.unknowable.fitNotConverged",
  ],
  example: {
    formula: '=CRM.MODELFIT(A2:A85, B2:B85, C2:C85, "2025-12-31", "bgnbd")',
    shows: "functions.example.MODELFIT",
  },
  *compute({ customers, dates, amounts, asOf, model, options }, language) {
    const { book, key } = readFilledBook({
      customers,
      dates,
      amounts,
      asOf,
      date1904: options.date1904,
      settings: readingOf(options),
    });
    const { period } = options;
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
    const rows: ResultCell[][] = [
      ["model", fit.params.model],
      ["customers", fit.customers],
      ...parametersOf(fit.params),
      ["logLikelihood", fit.logLikelihood],
      ["aic", fit.aic],
      // At a boundary the maximum was found as well; of one-time buyers alone there is nothing to find.
      ["converged", fit.status === "converged" || !fit.boundaries.includes("allOneTime")],
      ["note", notes.join(language === "en" ? " " : "")],
    ];
    return options.headers ? [this.columns.map((column) => word(language, column)), ...rows] : rows;
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
