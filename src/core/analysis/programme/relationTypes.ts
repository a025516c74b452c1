import { recordDay } from "../../customers";
import { NO_DAY } from "../../math/day";
import {
  relationType,
  statedPriceSensitivity,
  statedRelationType,
  statedStrategic,
  type RelationType,
} from "../../relations";
import { plainText } from "../../tables";
import { saysSo } from "../../tables/saysSo";
import type { PlacedInputs } from "./customerPlaces";

/** From this share of the scale on, an answer says that the price matters. */
const MINDS_PRICE = 0.6;

/** The type of relation of every customer, with its reasons. */
export function relationTypesOf(
  { rows, customers, latest, asOf, settings }: PlacedInputs,
  discountShare: Float64Array | null,
  customOrders: Int32Array | null,
): readonly RelationType[] {
  const { programme } = settings;
  const limits = {
    relationalOrders: programme.relationalOrders,
    relationalMonths: programme.relationalMonths,
    contacts: programme.accountContacts,
    contractMonths: programme.contractMonths,
    revenueShare: programme.strategicShare,
    discountShare: programme.bargainShare,
  };
  const net = rows.reduce((sum, { netSpend }) => sum + Math.max(0, netSpend), 0);
  // The same few words stand in many rows.
  const accountOf = remembered((text) => plainText(text).toLowerCase());
  const sensitivityOf = remembered(statedPriceSensitivity);
  const strategicOf = remembered(statedStrategic);
  const overrideOf = remembered((text) => statedRelationType(text) ?? "");
  const contractOf = remembered(recordDay);
  const contacts = new Map<string, number>();
  for (const { accountId } of customers.records) {
    const account = accountOf(accountId);
    if (account !== "") contacts.set(account, (contacts.get(account) ?? 0) + 1);
  }
  const isPlanned = remembered(saysSo);
  // A sheet whose column of plans is empty says nothing of anybody.
  const arePlansKept = customers.records.some(({ jointPlan }) => jointPlan !== "");
  const sensitive = (text: string, key: string): boolean | null => {
    const stated = sensitivityOf(text);
    const answered = latest.get(key)?.priceSensitivity?.share;
    return stated ?? (answered === undefined ? null : answered >= MINDS_PRICE);
  };
  return rows.map(({ key, record, totalOrders, firstDay, lastDay, tier, netSpend }, place) => {
    const share = discountShare?.[place] ?? Number.NaN;
    return relationType(
      {
        orders: totalOrders,
        firstDay: firstDay ?? NO_DAY,
        lastDay: lastDay ?? NO_DAY,
        tier,
        revenueShare: net > 0 ? Math.max(0, netSpend) / net : 0,
        discountShare: Number.isNaN(share) ? null : share,
        priceSensitive: sensitive(record?.priceSensitivity ?? "", key),
        contacts: contacts.get(accountOf(record?.accountId ?? "")) ?? null,
        customOrders: customOrders?.[place] ?? null,
        jointPlan: arePlansKept ? isPlanned(record?.jointPlan ?? "") : null,
        contractEnd: contractOf(record?.contractEnd ?? ""),
        flagged: strategicOf(record?.strategic ?? ""),
        override: overrideOf(record?.relationType ?? ""),
      },
      asOf,
      limits,
    );
  });
}

/** The same answer for the same text, worked out once. */
function remembered<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = work(text);
    known.set(text, answer);
    return answer;
  };
}
