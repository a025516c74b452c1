import type { Settings } from "../../core/settings";
import type { SettingsPart } from "./statedSettings";

/**
 * Settings from the lowest to the highest: defaults, settings sheet, settings file, command line. A
 * later part wins where it says something; groups (weights, cuts, currency, service, prediction, programme) and exchange
 * rates merge entry by entry, lists are replaced whole.
 */
export function mergeSettings(defaults: Settings, ...parts: readonly SettingsPart[]): Settings {
  return parts.reduce<Settings>(
    (below, part) => ({
      ...below,
      ...part,
      weights: { ...below.weights, ...part.weights },
      cuts: { ...below.cuts, ...part.cuts },
      currency: {
        ...below.currency,
        ...part.currency,
        rates: { ...below.currency.rates, ...part.currency?.rates },
      },
      service: { ...below.service, ...part.service },
      prediction: { ...below.prediction, ...part.prediction },
      programme: { ...below.programme, ...part.programme },
    }),
    defaults,
  );
}
