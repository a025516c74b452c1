import type { ProfileId, SheetKind } from "../../core/tables";
import { FIELD_ALIASES } from "./fieldAliases";
import { normaliseHeading, type HeadingForms } from "./normaliseHeading";
import { PROFILES } from "./profiles";

/** How well a heading fits a field; smaller ranks fit better. */
export interface HeadingMatch {
  readonly rank: number;
  /** Whether the name speaks for the kind of sheet, and not only for the field. */
  readonly speaks: boolean;
}

interface Alias extends HeadingMatch {
  readonly form: string;
}

interface FieldNames {
  readonly exact: ReadonlyMap<string, HeadingMatch>;
  readonly contained: readonly Alias[];
}

/** A match without the bracket text stands behind every full match. */
const BARE_PENALTY = 1_000;
const CONTAINED_PENALTY = 2_000;

/** Profile names stand before the common ones. */
const PROFILE_LEAD = -100;

const cache = new Map<string, ReadonlyMap<string, FieldNames>>();

/** The names of each field of a kind under a profile, ready to be looked up, in the order fields choose. */
export function fieldNames(kind: SheetKind, profile: ProfileId): ReadonlyMap<string, FieldNames> {
  const id = `${kind} ${profile}`;
  let names = cache.get(id);
  if (names === undefined) {
    names = new Map(
      Object.entries(FIELD_ALIASES[kind]).map(([field, aliases]) => [
        field,
        namesOf(aliases, profileAliases(kind, profile, field)),
      ]),
    );
    cache.set(id, names);
  }
  return names;
}

function profileAliases(kind: SheetKind, profile: ProfileId, field: string): readonly string[] {
  const own = PROFILES.find((candidate) => candidate.id === profile);
  if (own === undefined || (kind !== "orders" && kind !== "customers")) return [];
  const aliases: Readonly<Partial<Record<string, readonly string[]>>> = own[kind];
  return aliases[field] ?? [];
}

function namesOf(common: readonly string[], ofProfile: readonly string[]): FieldNames {
  const exact = new Map<string, HeadingMatch>();
  const contained: Alias[] = [];
  const add = (alias: string, rank: number): void => {
    const form = normaliseHeading(alias).full;
    if (alias.startsWith("*")) contained.push({ form, rank: rank + CONTAINED_PENALTY, speaks: true });
    else if (!exact.has(form)) exact.set(form, { rank, speaks: !alias.startsWith("~") });
  };
  ofProfile.forEach((alias, index) => add(alias, PROFILE_LEAD + index));
  common.forEach((alias, index) => add(alias, index));
  return { exact, contained };
}

/** null: the heading is no name of this field. */
export function matchHeading(heading: HeadingForms, names: FieldNames): HeadingMatch | null {
  if (heading.full === "") return null;
  const full = names.exact.get(heading.full);
  if (full !== undefined) return full;
  const bare = names.exact.get(heading.bare);
  if (bare !== undefined) return { rank: bare.rank + BARE_PENALTY, speaks: bare.speaks };
  return names.contained.find((alias) => heading.full.includes(alias.form)) ?? null;
}
