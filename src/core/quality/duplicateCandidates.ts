import { plainText } from "../tables";

/** What two records share that hints at one person. */
export type DuplicateEvidence = "phone" | "email" | "nameAndAccount" | "nameAndPhoneTail";

export interface DuplicatePair {
  /** Indices into the records, the smaller first. */
  readonly one: number;
  readonly other: number;
  readonly evidence: readonly DuplicateEvidence[];
}

export interface IdentityFields {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly accountId: string;
}

/** A key shared by more records than this names no person: a switchboard, or "test". */
const MOST_SHARING = 10;
const TAIL_DIGITS = 4;
/** Fewer are a number cut short, which many share. */
const FEWEST_DIGITS = 8;

/** Normalised keys; "" where the record has nothing to compare. */
const KEYS: readonly {
  readonly evidence: DuplicateEvidence;
  readonly keyOf: (record: IdentityFields) => string;
}[] = [
  { evidence: "phone", keyOf: ({ phone }) => phoneDigits(phone) },
  { evidence: "email", keyOf: ({ email }) => (email.includes("@") ? squeezed(email) : "") },
  {
    evidence: "nameAndAccount",
    keyOf: ({ name, accountId }) => joined(squeezed(name), squeezed(accountId)),
  },
  {
    evidence: "nameAndPhoneTail",
    keyOf: ({ name, phone }) => joined(squeezed(name), phoneDigits(phone).slice(-TAIL_DIGITS)),
  },
];

/**
 * Pairs of records that may be one person, with the evidence; nothing is merged.
 *
 * Phones compare by their digits without +86, e-mails and names without case, width and blanks. A name
 * counts only beside the same account or the last four digits of the phone: names alone repeat. Masked
 * phones (138****8000) and those cut short (1380000) say nothing.
 *
 * @returns pairs with most evidence first, then in the order of the records
 */
export function duplicateCandidates(records: readonly IdentityFields[]): readonly DuplicatePair[] {
  const pairs = new Map<string, { one: number; other: number; evidence: DuplicateEvidence[] }>();
  for (const { evidence, keyOf } of KEYS) {
    const groups = new Map<string, number[]>();
    records.forEach((record, index) => {
      const key = keyOf(record);
      if (key === "") return;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [index]);
      else group.push(index);
    });
    for (const group of groups.values()) {
      if (group.length > MOST_SHARING) continue;
      group.forEach((one, place) => {
        for (const other of group.slice(place + 1)) {
          const key = `${String(one)} ${String(other)}`;
          const pair = pairs.get(key);
          if (pair === undefined) pairs.set(key, { one, other, evidence: [evidence] });
          else pair.evidence.push(evidence);
        }
      });
    }
  }
  return [...pairs.values()].sort(
    (a, b) => b.evidence.length - a.evidence.length || a.one - b.one || a.other - b.other,
  );
}

function squeezed(text: string): string {
  return plainText(text).toLowerCase().replace(/\s+/g, "");
}

function phoneDigits(phone: string): string {
  const plain = plainText(phone);
  if (/[*xX＊]/.test(plain)) return "";
  const digits = plain.replace(/\D/g, "").replace(/^(?:00)?86(?=1\d{10}$)/, "");
  return digits.length < FEWEST_DIGITS ? "" : digits;
}

function joined(one: string, other: string): string {
  return one === "" || other === "" ? "" : `${one}|${other}`;
}
