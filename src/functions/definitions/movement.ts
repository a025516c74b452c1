import { NotKnowableError } from "../../core/errors";
import { movementCounts } from "../../core/movement";
import { TIER_IDS } from "../../core/tiers";
import { cellText, normaliseId } from "../../core/tables";
import { isBlankOrZero } from "../arguments/cellOf";
import { COLUMN, columnBeside } from "../arguments/columns";
import { LANGUAGE } from "../arguments/parameter";
import { filledHeight, type Range } from "../arguments/range";
import { tierNamed } from "../tierNamed";
import { word, wordsIn, type Word } from "../words";
import { define } from "./definition";

/** Labels of our own tiers, best first; told from a user's own label by the key's dot. */
const TIER_WORDS: readonly Word[] = TIER_IDS.map((tier): Word => `tier.${tier}`);

export const MOVEMENT = define({
  parameters: {
    beforeCustomers: COLUMN,
    beforeTiers: columnBeside("beforeCustomers"),
    afterCustomers: COLUMN,
    afterTiers: columnBeside("afterCustomers"),
    lang: LANGUAGE,
  },
  compute({ beforeCustomers, beforeTiers, afterCustomers, afterTiers }, language) {
    const { labels, counts, joined, left, totalBefore, totalAfter, total } = movementCounts(
      listOf(beforeCustomers, beforeTiers),
      listOf(afterCustomers, afterTiers),
      TIER_WORDS,
    );
    if (total === 0) throw new NotKnowableError("noCustomers");
    const names = labels.map((label) => shownLabel(label, (key) => word(language, key)));
    const sum = (values: readonly number[]) => values.reduce((known, value) => known + value, 0);
    return [
      [
        word(language, "functions.column.beforeAndAfter"),
        ...names,
        word(language, "functions.column.left"),
        word(language, "functions.column.total"),
      ],
      ...names.map((name, row) => [name, ...(counts[row] ?? []), left[row] ?? 0, totalBefore[row] ?? 0]),
      [word(language, "functions.row.new"), ...joined, "", sum(joined)],
      [word(language, "functions.column.total"), ...totalAfter, sum(left), total],
    ];
  },
});

/** Customers and their tiers without heading row and blank rows. */
function listOf(customers: Range, tiers: Range): { keys: string[]; labels: string[] } {
  const keys: string[] = [];
  const labels: string[] = [];
  const height = filledHeight([customers, tiers]);
  for (let row = isHeadingRow(customers, tiers) ? 1 : 0; row < height; row++) {
    const customer = customers.cell(row, 0);
    const tier = tiers.cell(row, 0);
    keys.push(isBlankOrZero(customer) ? "" : normaliseId(customer));
    labels.push(isBlankOrZero(tier) || typeof tier === "object" ? "" : labelOf(cellText(tier)));
  }
  return { keys, labels };
}

/** The headings that RFMSCORE and TIER's sheets write, so that whole columns may be selected. */
function isHeadingRow(customers: Range, tiers: Range): boolean {
  const says = (range: Range, key: Word) => wordsIn(key).includes(cellText(range.cell(0, 0)));
  return says(customers, "functions.column.customer") && says(tiers, "functions.column.tier");
}

function labelOf(text: string): string {
  const tier = tierNamed(text);
  return tier === null ? text : `tier.${tier}`;
}

function shownLabel(label: string, translate: (key: Word) => string): string {
  const key = TIER_WORDS.find((candidate) => candidate === label);
  if (key !== undefined) return translate(key);
  return label === "" ? translate("functions.row.noTier") : label;
}
