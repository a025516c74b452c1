import {
  expectedPurchases,
  fitGammaGamma,
  fitModel,
  histogramOf,
  probabilityAlive,
  probabilityOfPurchase,
  type BtydModel,
  type CustomerHistogram,
  type PurchaseColumns,
} from "../../src/core/btyd";
import { createRandom } from "../../src/sample/random";

const RUNS = 3;
const AS_OF = 20_000;
const HISTORY_DAYS = 730;

interface Shop {
  readonly columns: PurchaseColumns;
  readonly repeatOrders: Int32Array;
  readonly meanRepeatSpend: Float64Array;
}

/** Customers who first buy over two years and behave as BG/NBD and Gamma-Gamma say; days are whole. */
function simulateShop(count: number): Shop {
  const random = createRandom(20_251_231, 9);
  const firstDay = new Int32Array(count);
  const lastDay = new Int32Array(count);
  const purchaseDays = new Int32Array(count);
  const meanRepeatSpend = new Float64Array(count);
  for (let customer = 0; customer < count; customer++) {
    const first = AS_OF - random.whole(0, HISTORY_DAYS);
    const rate = random.gamma(0.5) / 30;
    const leaving = random.beta(0.8, 2.5);
    let time = first;
    let last = first;
    let days = 1;
    for (;;) {
      time += random.exponential() / rate;
      if (!(time <= AS_OF)) break;
      if (Math.floor(time) > last) days++;
      last = Math.floor(time);
      if (random.chance(leaving)) break;
    }
    firstDay[customer] = first;
    lastDay[customer] = last;
    purchaseDays[customer] = days;
    const repeats = days - 1;
    if (repeats > 0)
      meanRepeatSpend[customer] = random.gamma(6.2 * repeats) / repeats / (random.gamma(3.7) / 15);
  }
  return {
    columns: { count, firstDay, lastDay, purchaseDays },
    repeatOrders: purchaseDays.map((days) => days - 1),
    meanRepeatSpend,
  };
}

/** Median seconds of a few runs after one that is not counted. */
function seconds(work: () => unknown): number {
  work();
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1_000;
  });
  return runs.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
}

function line(name: string, time: number, more = ""): void {
  console.log(`${name.padEnd(54)} ${time.toFixed(3)} s median${more === "" ? "" : `; ${more}`}`);
}

function fitted(histogram: CustomerHistogram, model: BtydModel) {
  const fit = fitModel(histogram, model);
  if (fit.status === "refused") throw new Error(`${model}: ${fit.reason}`);
  return fit;
}

/** Fits and predictions against the peers' times (model notes of the project: 9.8 s, 79 s, 5.6 s, 14.3 s). */
export function benchModels(): void {
  for (const count of [100_000, 1_000_000]) {
    const named = `${count.toLocaleString("en")} customers`;
    const shop = simulateShop(count);
    const histogram = histogramOf(shop.columns, AS_OF, { period: "day" });
    // The yardstick: every customer seen once.
    let sum = 0;
    const scan = seconds(() => {
      for (let row = 0; row < count; row++) {
        sum += (shop.columns.lastDay[row] ?? 0) - (shop.columns.firstDay[row] ?? 0);
        sum += shop.columns.purchaseDays[row] ?? 0;
      }
    });
    line(
      `plain scan, ${named}`,
      scan,
      `${sum > 0 ? histogram.count.toLocaleString("en") : 0} distinct histories`,
    );
    line(
      `histogram, ${named}`,
      seconds(() => histogramOf(shop.columns, AS_OF, { period: "day" })),
    );
    const models: readonly BtydModel[] = ["bgnbd", "mbgnbd", "pareto"];
    for (const model of models) {
      const target =
        model === "pareto" ? (count === 100_000 ? "target 1.5 s" : "") : "target 1 s at a million";
      line(
        `${model} fit, ${named}`,
        seconds(() => fitted(histogram, model)),
        target,
      );
    }
    line(
      `Gamma-Gamma fit, ${named}`,
      seconds(() => fitGammaGamma(shop)),
    );
    for (const model of models) {
      const { params } = fitted(histogram, model);
      line(
        `${model} P(alive), ${named}`,
        seconds(() => probabilityAlive(params, histogram)),
      );
      line(
        `${model} P(buy in 90 days), ${named}`,
        seconds(() => probabilityOfPurchase(params, histogram, 90)),
      );
      const months = Array.from({ length: 12 }, (_, month) => ((month + 1) * 365) / 12);
      line(
        `${model} expected purchases of 12 months, ${named}`,
        seconds(() => expectedPurchases(params, histogram, months)),
      );
    }
  }
}
