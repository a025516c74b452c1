import type { CustomerBook } from "../customers";
import { normaliseId } from "../tables";
import { tierOfText } from "../tiers/tierOfText";
import type { TierEdit, TierOverride, TableProblem } from "./types";

interface Stated extends Omit<TierEdit, "customerId"> {
  readonly key: string;
  readonly from: TierOverride["from"];
}

/**
 * The tiers that people set by hand: in the score list of the last report, or in a column of the customer sheet.
 *
 * The list wins where both name a customer: it is what somebody had before them when they decided. Of several
 * lines for one customer the last wins. Only the tiers by value can be set; another word is a problem and sets
 * nothing. A tier without a reason counts, with "" for it.
 *
 * @returns by customer key
 */
export function tierOverrides(
  customers: Pick<CustomerBook, "records" | "keys">,
  edits: readonly TierEdit[],
): { readonly overrides: ReadonlyMap<string, TierOverride>; readonly problems: readonly TableProblem[] } {
  const stated: readonly Stated[] = [
    ...customers.records.map((record, index): Stated => ({
      key: customers.keys[index] ?? "",
      tier: record.tierOverride,
      reason: record.overrideReason,
      file: record.file,
      sheet: record.sheet,
      row: record.row,
      from: "customers",
    })),
    ...edits.map((edit): Stated => ({ ...edit, key: normaliseId(edit.customerId), from: "list" })),
  ];
  const overrides = new Map<string, TierOverride>();
  const problems: TableProblem[] = [];
  for (const { key, tier: text, reason, from, file, sheet, row } of stated) {
    const tier = tierOfText(text);
    if (tier === "" || key === "") continue;
    if (tier === "high" || tier === "medium" || tier === "basic") overrides.set(key, { tier, reason, from });
    else
      problems.push({
        kind: "customers",
        file,
        sheet,
        row,
        code: "unknownValue",
        field: "tierOverride",
        text,
      });
  }
  return { overrides, problems };
}
