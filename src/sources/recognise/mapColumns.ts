import type { ProfileId, SheetKind } from "../../core/tables";
import { SHARED_COLUMNS } from "../headings/fieldAliases";
import { fieldNames, matchHeading } from "../headings/matchHeading";
import { normaliseHeading, type HeadingForms } from "../headings/normaliseHeading";

export interface ColumnChoice {
  readonly field: string;
  /** The column taken, then those that fit as well. */
  readonly candidates: readonly number[];
}

export interface ColumnMap {
  readonly columns: Readonly<Record<string, number>>;
  /** Fields whose column was chosen by a name that speaks for the kind. */
  readonly evidence: number;
  readonly score: number;
  /** Fields for which several columns fit equally well. */
  readonly choices: readonly ColumnChoice[];
  /** Fields of the settings whose heading the row does not have. */
  readonly unmetOverrides: readonly string[];
}

const SPEAKING_WEIGHT = 2;

/** Fields that can stand in for the customer id where a sheet has none, best first. */
const KEY_STAND_INS: Readonly<Partial<Record<SheetKind, readonly string[]>>> = {
  // An e-mail column of orders is found by the core itself, so that its keys are known as addresses.
  orders: ["email", "phone"],
  customers: ["memberId", "email", "phone"],
};

/**
 * Which column holds which field, were the sheet of this kind. Settings come first; then each field, in
 * the order of the alias table, takes the best-named column that is still free.
 */
export function mapColumns(
  kind: SheetKind,
  profile: ProfileId,
  headings: readonly HeadingForms[],
  overrides: Readonly<Record<string, string>>,
): ColumnMap {
  const columns: Record<string, number> = {};
  const choices: ColumnChoice[] = [];
  const unmetOverrides: string[] = [];
  const taken = new Map<number, string>();
  let evidence = 0;
  let score = 0;
  const take = (field: string, column: number, speaks: boolean): void => {
    columns[field] = column;
    if (!taken.has(column)) {
      if (speaks) evidence++;
      score += speaks ? SPEAKING_WEIGHT : 1;
    }
    taken.set(column, field);
  };
  const names = fieldNames(kind, profile);
  for (const [field, heading] of Object.entries(overrides)) {
    if (!names.has(field)) continue;
    const { full } = normaliseHeading(heading);
    const column = headings.findIndex((candidate) => candidate.full === full && full !== "");
    if (column < 0) unmetOverrides.push(field);
    else take(field, column, true);
  }
  for (const [field, aliases] of names) {
    if (columns[field] !== undefined) continue;
    let best: { rank: number; speaks: boolean; candidates: number[] } | null = null;
    headings.forEach((heading, column) => {
      const holder = taken.get(column);
      if (holder !== undefined && !mayShare(kind, holder, field)) return;
      const match = matchHeading(heading, aliases);
      if (match === null) return;
      if (best === null || match.rank < best.rank) best = { ...match, candidates: [column] };
      else if (match.rank === best.rank) best.candidates.push(column);
    });
    const chosen = best as { rank: number; speaks: boolean; candidates: number[] } | null;
    if (chosen === null) continue;
    take(field, chosen.candidates[0] ?? 0, chosen.speaks);
    if (chosen.candidates.length > 1) choices.push({ field, candidates: chosen.candidates });
  }
  if (columns["customerId"] === undefined) {
    const standIn = KEY_STAND_INS[kind]?.find((field) => columns[field] !== undefined);
    const column = standIn === undefined ? undefined : columns[standIn];
    if (column !== undefined && !(kind === "orders" && standIn === "email")) columns["customerId"] = column;
  }
  // Shopify's customers are joined by e-mail, which stays an e-mail field besides.
  if (kind === "customers" && columns["email"] === undefined) {
    const key = columns["customerId"];
    const email = names.get("email");
    const heading = key === undefined ? undefined : headings[key];
    if (key !== undefined && email !== undefined && heading !== undefined && matchHeading(heading, email)) {
      columns["email"] = key;
    }
  }
  return { columns, evidence, score, choices, unmetOverrides };
}

function mayShare(kind: SheetKind, holder: string, field: string): boolean {
  return SHARED_COLUMNS[kind]?.some((fields) => fields.includes(holder) && fields.includes(field)) ?? false;
}
