import type { CustomerRow } from "../analysis/types";

/** At most this many of each, so that hosts can talk to everybody. */
const MOST_EACH = 15;

export interface InviteMix {
  readonly newcomers: readonly CustomerRow[];
  readonly regulars: readonly CustomerRow[];
}

/**
 * Whom to invite so that new customers meet those who have long been satisfied (给新客户老客户的电话, 沙龙): as many new as
 * old, with consent and without an open complaint. The newest of the new, the best of the old who are loyal.
 *
 * Where one group is smaller, the other is cut to its size, but never below three.
 *
 * @param isLoyal - by index into the rows
 */
export function inviteMix(rows: readonly CustomerRow[], isLoyal: (index: number) => boolean): InviteMix {
  const welcome = ({ consent, openComplaint, firstDay }: CustomerRow) =>
    consent && !openComplaint && firstDay !== null;
  const newcomers = rows
    .filter((row) => welcome(row) && row.relation === "new")
    .sort((one, other) => (other.firstDay ?? 0) - (one.firstDay ?? 0));
  const regulars = rows
    .filter((row, index) => welcome(row) && row.relation !== "new" && isLoyal(index))
    .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity));
  const each = Math.max(FEWEST_EACH, Math.min(MOST_EACH, newcomers.length, regulars.length));
  return { newcomers: newcomers.slice(0, each), regulars: regulars.slice(0, each) };
}

const FEWEST_EACH = 3;
