/** Which arm of a win-back campaign a customer is in. */
export type WinBackArm = "treated" | "holdOut";

/**
 * The arm of one customer in one campaign: a fixed share is left alone, so that it can be seen who would have
 * come back anyway. The same seed, campaign and customer always give the same arm, whatever the others are.
 *
 * @param share - of customers held out, 0 to 1
 */
export function winBackArm(seed: number, campaign: string, customerKey: string, share = 0.1): WinBackArm {
  return unitHash(`${String(seed)}\u0000${campaign}\u0000${customerKey}`) < share ? "holdOut" : "treated";
}

/**
 * A number in [0, 1) that a text alone decides: FNV-1a with the final mixing of MurmurHash3, which spreads
 * texts that differ in one letter.
 *
 * @see Fowler, Noll & Vo (1991); Appleby (2011), MurmurHash3 finaliser
 */
function unitHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
