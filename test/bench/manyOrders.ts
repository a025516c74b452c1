import { unparse } from "papaparse";
import { dayOf, formatDay } from "../../src/core/math/day";
import { SAMPLE_SEED, sampleShop } from "../../src/sample";

/** Copies of the sample begin so many days apart, so that their orders do not fall on the same days. */
const DAYS_APART = 3;
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})( .*)$/;

/**
 * Orders of a shop many times the size of the sample, as a text file: its orders over and over, each time of other
 * customers, under other numbers, and some days earlier.
 *
 * @param rows - without the heading
 */
export function manyOrders(rows: number): string {
  const orders = sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" })[0]?.rows ?? [];
  const [heading = [], ...sample] = orders;
  const lines = Array.from({ length: rows }, (_, index) => {
    const copy = Math.floor(index / sample.length);
    return (sample[index % sample.length] ?? []).map((cell, column) => {
      const text = cell === null ? "" : String(cell);
      // The numbers of an order and of its customer come first.
      if (column < 2) return copy === 0 ? text : `${text}-${copy}`;
      const [, year, month, day, time] = DATE_TIME.exec(text) ?? [];
      if (time === undefined) return text;
      return formatDay(dayOf(Number(year), Number(month), Number(day)) - copy * DAYS_APART) + time;
    });
  });
  return `\uFEFF${unparse([[...heading], ...lines])}\r\n`;
}
