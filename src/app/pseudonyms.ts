import { MASKED } from "../core/privacy";
import { normaliseId } from "../core/tables";

/** Ids that are themselves a way to reach somebody: an e-mail address or a phone number. */
const REACHES_A_PERSON = /@|^\+?\d[\d ()-]{6,}$/;

/** Stand-ins for customer ids: "****0007", one a customer, the same wherever the customer is named. */
export interface Pseudonyms {
  of(id: string): string;
}

/**
 * Numbers customers in the order they are first asked for. Two spellings of one id get one number.
 *
 * @param everyId - false: only ids that are an e-mail address or a phone number are replaced
 */
export function createPseudonyms(everyId: boolean): Pseudonyms {
  const numbers = new Map<string, number>();
  return {
    of(id) {
      if (id === "" || (!everyId && !REACHES_A_PERSON.test(id))) return id;
      const key = normaliseId(id);
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      return MASKED + String(number).padStart(4, "0");
    },
  };
}
