import { plainText } from "../tables";
import { yesNo } from "../tables/yesNo";
import type { RelationTypeId } from "./relationType";

const TYPE_WORDS: Readonly<Record<Exclude<RelationTypeId, "">, readonly string[]>> = {
  transactional: ["交易型", "交易", "交易型客户", "transactional", "transaction"],
  relational: ["关系型", "关系", "关系型客户", "relational", "relationship"],
  strategic: ["战略型", "战略", "战略型客户", "strategic", "key account"],
};

/**
 * The type of relation that a person wrote into the customer sheet.
 *
 * @returns "" for a blank cell; null for a word nobody knows, which must not pass for one of the types
 */
export function statedRelationType(cell: string): RelationTypeId | null {
  const said = plainText(cell).toLowerCase();
  if (said === "") return "";
  const found = Object.entries(TYPE_WORDS).find(([, names]) => names.includes(said));
  return found === undefined ? null : (found[0] as RelationTypeId);
}

const MINDS_PRICE = [
  "高",
  "敏感",
  "很敏感",
  "价格敏感",
  "注重性价比",
  "性价比",
  "比价",
  "high",
  "price sensitive",
  "value seeker",
];
const PAYS_FOR_QUALITY = [
  "中",
  "一般",
  "低",
  "不敏感",
  "注重品质",
  "品质",
  "medium",
  "average",
  "low",
  "balanced",
  "quality first",
];

/** Whether a customer minds the price, as the customer sheet says it; null: blank, or a word nobody knows. */
export function statedPriceSensitivity(cell: string): boolean | null {
  const said = plainText(cell).toLowerCase();
  if (said === "") return null;
  if (MINDS_PRICE.includes(said)) return true;
  if (PAYS_FOR_QUALITY.includes(said)) return false;
  return yesNo(said);
}

/** A strategic customer, as the customer sheet marks it: yes, or the word itself. */
export function statedStrategic(cell: string): boolean {
  return yesNo(cell) === true || statedRelationType(cell) === "strategic";
}
