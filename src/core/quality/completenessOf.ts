import type { CustomerRecord } from "../analysis/types";
import { plainText } from "../tables";
import type { TierId } from "../tiers/types";
import { checkCell } from "./checkCell";
import { requiredText, type RequiredField } from "./requiredFields";
import type { CompletenessResult } from "./types";

/** What one customer's record lacks; field ids in the order they are asked for. */
export interface RecordGap {
  /** Index into the records. */
  readonly index: number;
  readonly missing: readonly string[];
  readonly invalid: readonly string[];
}

/** Accounts people make to try things out: test, test2, 测试, 测试用户01. */
const TEST_NAME = /^(?:test|测试)(?:用户|客户|账号|账户|数据|user|customer|account)?[\s_-]*\d*$/i;

/** Whether a record is a test account by its id or name, and so no customer. */
export function isTestRecord(record: CustomerRecord): boolean {
  return TEST_NAME.test(plainText(record.customerId)) || TEST_NAME.test(plainText(record.name));
}

/** Counts of one group of customers, while they are added up. */
class Tally {
  customers = 0;
  valid = 0;

  add(valid: number): void {
    this.customers++;
    this.valid += valid;
  }

  rate(fields: number): number {
    return this.customers === 0 || fields === 0 ? 0 : this.valid / (this.customers * fields);
  }
}

/**
 * How complete the customer records are (客户信息完善率): filled and valid required cells ÷ (customers ×
 * required fields), and, strictly, the share of customers with every field filled and valid.
 *
 * An invalid cell (a phone of seven digits) counts as not complete and is told apart from an empty one.
 * Test accounts are left out of every count.
 *
 * @param fields - see `requiredFields`
 * @param tierOf - tier of the record with this index, for the rates by tier
 * @returns null for no customers or no fields: nothing to be complete
 */
export function completenessOf(
  records: readonly CustomerRecord[],
  fields: readonly RequiredField[],
  tierOf: (index: number) => TierId,
): { readonly result: CompletenessResult; readonly gaps: readonly RecordGap[] } | null {
  const filled = fields.map(() => 0);
  const empty = fields.map(() => 0);
  const invalid = fields.map(() => 0);
  const all = new Tally();
  const byOwner = new Map<string, Tally>();
  const byTier = new Map<TierId, Tally>();
  const gaps: RecordGap[] = [];
  let fullyComplete = 0;
  let testRows = 0;

  records.forEach((record, index) => {
    if (isTestRecord(record)) {
      testRows++;
      return;
    }
    const missing: string[] = [];
    const wrong: string[] = [];
    fields.forEach((field, position) => {
      const state = checkCell(requiredText(record, field), field.check);
      const counts = state === "valid" ? filled : state === "empty" ? empty : invalid;
      counts[position] = (counts[position] ?? 0) + 1;
      if (state === "empty") missing.push(field.id);
      else if (state === "invalid") wrong.push(field.id);
    });
    const valid = fields.length - missing.length - wrong.length;
    all.add(valid);
    tally(byOwner, record.owner).add(valid);
    tally(byTier, tierOf(index)).add(valid);
    if (valid === fields.length) fullyComplete++;
    else gaps.push({ index, missing, invalid: wrong });
  });

  const { customers } = all;
  if (customers === 0 || fields.length === 0) return null;
  const result: CompletenessResult = {
    customers,
    testRows,
    fields: fields.map((field, position) => ({
      field: field.id,
      check: field.check,
      filled: filled[position] ?? 0,
      empty: empty[position] ?? 0,
      invalid: invalid[position] ?? 0,
      rate: (filled[position] ?? 0) / customers,
    })),
    cells: all.valid,
    total: customers * fields.length,
    rate: all.rate(fields.length),
    fullyComplete,
    strict: fullyComplete / customers,
    byTier: [...byTier].map(([tier, group]) => ({
      tier,
      customers: group.customers,
      rate: group.rate(fields.length),
    })),
    byOwner: [...byOwner].map(([owner, group]) => ({
      owner,
      customers: group.customers,
      rate: group.rate(fields.length),
    })),
  };
  return { result, gaps };
}

function tally<K>(groups: Map<K, Tally>, key: K): Tally {
  let group = groups.get(key);
  if (group === undefined) {
    group = new Tally();
    groups.set(key, group);
  }
  return group;
}
