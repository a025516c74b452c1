import type { Analysis } from "../../core/analysis";
import { translator, type Locale } from "../../i18n";
import { describeVerdict } from "../../i18n/describeVerdict";
import type { BacktestView } from "../services";

/** The back-test of an analysis with its verdict in words. */
export function backtestView(
  { predictions, predictionGap, settings }: Analysis,
  locale: Locale,
): BacktestView {
  if (predictions === null) {
    return {
      horizonDays: settings.prediction.horizonDays,
      verdict: "",
      cuts: [],
      gap: predictionGap ?? "noOrders",
    };
  }
  const { backtest } = predictions;
  const figures = { decimal: (value: number, digits: number) => value.toFixed(digits) };
  return {
    horizonDays: backtest.horizonDays,
    verdict: describeVerdict(translator(locale), figures, backtest),
    gap: null,
    cuts: backtest.cuts.map((cut) => ({
      day: cut.day,
      customers: cut.customers,
      methods: cut.methods.map(({ method, auc, brier, logLoss, ordersError }) => ({
        id: method,
        auc,
        brier,
        logLoss,
        mae: ordersError,
      })),
      calibration: cut.calibration.map(({ customers, meanPredicted, realised }) => ({
        predicted: meanPredicted,
        observed: realised,
        customers,
      })),
      bands: cut.bands.flatMap(({ band, customers, realised }) =>
        realised === null ? [] : [{ band, customers, lostShare: realised }],
      ),
      topLift: cut.topLift,
    })),
  };
}
