/**
 * Sum of amounts in major units, added up in whole minor units: a thousand times 0.1 is 100, in
 * whatever order.
 */
export class MoneySum {
  readonly #scale: number;
  #minor = 0;

  constructor(decimals: number) {
    this.#scale = 10 ** decimals;
  }

  add(amount: number): void {
    this.#minor += Math.round(amount * this.#scale);
  }

  get total(): number {
    return this.#minor / this.#scale;
  }
}
