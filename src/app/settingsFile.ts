import { formatDay, formatMoment } from "../core/math/day";
import type { SavedChoices } from "./services";

/** The choices as the settings file that the command line takes: days, moments and clock times as text. */
export function settingsFileText({ settings, overrides }: SavedChoices): string {
  const { asOf, now, service } = settings;
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const file = {
    ...settings,
    ...(asOf !== undefined && { asOf: asOf === null ? null : formatDay(asOf) }),
    ...(now !== undefined && { now: now === null ? null : formatMoment(now) }),
    ...(service !== undefined && {
      service: {
        ...service,
        ...(service.opensAt !== undefined && { opensAt: clock(service.opensAt) }),
        ...(service.closesAt !== undefined && { closesAt: clock(service.closesAt) }),
        ...(service.holidays !== undefined && { holidays: service.holidays.map(formatDay) }),
      },
    }),
    ...(Object.keys(overrides.sheets).length > 0 && { sheets: overrides.sheets }),
    ...(Object.keys(overrides.columns).length > 0 && { columns: overrides.columns }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
