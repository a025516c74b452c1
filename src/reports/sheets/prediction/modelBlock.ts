import type { Predictions } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { type KeyValue } from "../../kit/sheetBuilder";

/** What the predictions rest on: where risks come from, the model and its parameters, in words. */
export function modelBlock(sheet: SheetBuilder, predictions: Predictions, context: ReportContext): void {
  sheet.section(context.t("prediction.model"));
  for (const item of modelLines(predictions, context)) line(sheet, item);
}

function modelLines(predictions: Predictions, { t, words }: ReportContext): readonly KeyValue[] {
  const { method, model, horizonDays, months, annualDiscount } = predictions;
  const { learntFrom } = method;
  const text = (label: string, value: string, note: string): KeyValue => ({
    label,
    value,
    style: "wordWrap",
    note,
  });
  const lines: KeyValue[] = [
    text(
      t("prediction.line.source"),
      t(`riskSource.${method.source}`),
      learntFrom.customers === 0
        ? t("prediction.line.sourceNone")
        : t("prediction.line.sourceNote", {
            cuts: words.list(method.cuts.map((day) => words.day(day))),
            customers: words.count(learntFrom.customers),
            lost: words.count(learntFrom.lost),
            days: method.windowDays,
          }),
    ),
    text(
      t("prediction.line.horizon"),
      t("prediction.line.horizonValue", { days: horizonDays, months }),
      t("prediction.line.horizonNote", { discount: words.percent(annualDiscount) }),
    ),
  ];
  if (model === null)
    return [...lines, text(t("prediction.line.model"), t("report.none"), t("prediction.noModel"))];
  const { fit } = model;
  const notes =
    fit.status === "boundary"
      ? fit.boundaries.map((id) => t(`modelFit.boundary.${id}`))
      : [t("modelFit.converged")];
  if (fit.customersUsed < fit.customers) {
    notes.push(t("modelFit.sample", { customersUsed: words.count(fit.customersUsed) }));
  }
  return [
    ...lines,
    text(t("prediction.line.model"), t(`backtestMethod.${fit.params.model}`), words.sentences(notes)),
    text(
      t("prediction.line.rate"),
      t("prediction.line.rateValue", { orders: words.decimal(model.ordersPerYear, 1) }),
      t("prediction.line.rateNote"),
    ),
    text(
      t("prediction.line.leaving"),
      t(`prediction.line.leaving.${model.leaving.per}`, { share: words.percent(model.leaving.share) }),
      t("prediction.line.leavingNote"),
    ),
    text(
      t("prediction.line.spend"),
      words.money(model.populationSpend),
      t(`prediction.spendSource.${model.spendSource}`),
    ),
    text(
      t("prediction.line.parameters"),
      parametersText(fit.params, words),
      t("prediction.line.parametersNote"),
    ),
  ];
}

function parametersText(
  params: NonNullable<Predictions["model"]>["fit"]["params"],
  words: ReportContext["words"],
): string {
  const figures =
    params.model === "pareto"
      ? { r: params.r, alpha: params.alpha, s: params.s, beta: params.beta }
      : { r: params.r, alpha: params.alpha, a: params.a, b: params.b };
  return words.list(
    Object.entries(figures).map(([name, value]) => `${name} ${words.decimal(value, value < 10 ? 3 : 1)}`),
  );
}

/** A label, a figure in words, and what it means, on the grid. */
function line(sheet: SheetBuilder, { label, value, note }: KeyValue): void {
  const cells = [
    { at: 1, columns: 5, text: label, style: "wordBold" },
    { at: 6, columns: 7, text: String(value), style: "wordWrap" },
    { at: 13, columns: 12, text: note ?? "", style: "wordGreyWrap" },
  ] as const;
  for (const { at, columns, text, style } of cells) {
    sheet.span(sheet.row, at, columns, text, style);
    sheet.fitHeight(sheet.row, at, columns, text);
  }
  sheet.row += 1;
}
