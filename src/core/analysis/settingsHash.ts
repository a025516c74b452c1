import type { Settings } from "../settings";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Short hash of the settings that change a score or a tier, so that two snapshots can be told to have
 * been made by the same rules. The as-of date, language, service hours and targets are not among them.
 *
 * @returns eight hexadecimal digits
 * @see Fowler, Noll & Vo, FNV-1a of 32 bits, over the UTF-16 units of the settings as text
 */
export function settingsHash(settings: Settings): string {
  const { currency } = settings;
  const rates = Object.entries(currency.rates).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([
    settings.windowDays,
    settings.bins,
    settings.ties,
    [settings.weights.r, settings.weights.f, settings.weights.m],
    [settings.cuts.r, settings.cuts.f, settings.cuts.m],
    [settings.topShare, settings.bottomShare],
    settings.dateOrder,
    settings.timeZone,
    [currency.base, currency.decimals, rates],
    settings.duplicates,
    settings.countZero,
    // A snapshot carries the risk, too.
    settings.prediction.horizonDays,
  ]);
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
