import type { Steps } from "../../core/math/steps";
import type { Language } from "../../core/settings";
import { describeReasons } from "../../i18n/describeReasons";
import { withCapital } from "../../i18n/withCapital";
import { ORDER_COLUMNS } from "../arguments/columns";
import { figuresIn } from "../figures";
import { hasOrders, readCustomerBook, type KeyedBook } from "../readBook";
import { readRisk, type RiskAsked } from "../readRisk";
import { StepMemo } from "../stepMemo";
import { sayIn } from "../words";
import { define, type ResultCell, type ResultTable } from "./definition";
import { ORDER_OPTIONS } from "./orderOptions";
import { bandsOf, RISK_OPTIONS } from "./riskOptions";

/** Sentences for tens of thousands of customers take longer than the risks themselves. */
const ROWS = new StepMemo<ResultTable>(6);
/** Sentences that are written in one step. */
const ROWS_A_STEP = 250;

export const CHURNRISK = define({
  parameters: {
    ...ORDER_COLUMNS,
    horizonDays: { kind: "number", min: 1, max: 3_650, whole: true, whenBlank: 90 },
    options: { kind: "options", names: { ...RISK_OPTIONS, ...ORDER_OPTIONS } },
  },
  columns: ["customer", "churnRisk", "low", "high", "band", "reason"],
  *compute(asked, language) {
    const { horizonDays, options } = asked;
    const bands = bandsOf(options);
    const read = readCustomerBook(asked);
    const { source } = options;
    return yield* ROWS.get(JSON.stringify([read.key, horizonDays, source, bands, language]), () =>
      rowsOf(read, { horizonDays, source, bands }, language),
    );
  },
});

function* rowsOf(read: KeyedBook, asked: RiskAsked, language: Language): Steps<ResultTable> {
  const { book, customers } = read;
  if (!hasOrders(book)) return customers.map((customer) => [customer]);
  const risk = yield* readRisk(read, asked);
  yield;
  const { source } = risk.method;
  const say = sayIn(language);
  const figures = figuresIn(language);
  const minorUnits = 10 ** book.decimals;
  // What is learnt from the data's own past is the rule; anything less is said in every row.
  const withSource = (reason: string) =>
    source === "learner" ? reason : say("reason.withSource", { reason, source: say(`riskSource.${source}`) });
  const rows: ResultCell[][] = [];
  for (const [index, customer] of customers.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    const band = risk.bands[index] ?? "";
    if (band === "") {
      rows.push([customer]);
      continue;
    }
    rows.push([
      customer,
      risk.risk[index] ?? null,
      risk.low[index] ?? null,
      risk.high[index] ?? null,
      say(`riskBand.${band}`),
      withSource(withCapital(describeReasons(say, figures, risk.reasonsOf(index), minorUnits))),
    ]);
  }
  return rows;
}
