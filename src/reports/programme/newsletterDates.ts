import { addMonths, firstDayOfMonth, monthIndex, type DayNumber } from "../../core/math/day";

const THEMES = ["products", "advice", "stories"] as const;

interface Newsletter {
  readonly sendOn: DayNumber;
  readonly theme: (typeof THEMES)[number];
}

/** The next three newsletters (定期传送企业刊物): the tenth of each month after the as-of date, themes in turn by month. */
export function newsletterDates(asOf: DayNumber): readonly Newsletter[] {
  const tenth = firstDayOfMonth(monthIndex(asOf)) + 9;
  const first = tenth > asOf ? tenth : addMonths(tenth, 1);
  return THEMES.map((_, index) => {
    const sendOn = addMonths(first, index);
    return { sendOn, theme: THEMES[monthIndex(sendOn) % THEMES.length] ?? "products" };
  });
}
