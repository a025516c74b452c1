import type { Analysis } from "../../core/analysis";

/** What a customer sheet may say of a person, in the order a card shows it. */
export const PROFILE_FIELDS = [
  "name",
  "side",
  "phone",
  "email",
  "owner",
  "industry",
  "scene",
  "preference",
  "need",
  "priceSensitivity",
  "contactPreference",
  "sourceChannel",
  "memberId",
  "contractEnd",
] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** The fields that at least one customer of the sheet has filled. */
export function profileFieldsOf(analysis: Analysis): readonly ProfileField[] {
  return PROFILE_FIELDS.filter((field) =>
    analysis.customers.some(({ record }) => (record?.[field] ?? "") !== ""),
  );
}
