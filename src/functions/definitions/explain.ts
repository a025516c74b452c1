import { explainCustomer } from "../../core/churn";
import { NotKnowableError } from "../../core/errors";
import { normaliseId } from "../../core/tables";
import { describeExplanation } from "../../i18n/describeExplanation";
import { ORDER_COLUMNS } from "../arguments/columns";
import { LANGUAGE } from "../arguments/parameter";
import { figuresIn } from "../figures";
import { readFilledBook } from "../readBook";
import { readRfm } from "../readRfm";
import { DEFAULT_RISK, readRisk } from "../readRisk";
import { sayIn } from "../words";
import { define } from "./definition";

export const EXPLAIN = define({
  parameters: {
    customer: { kind: "text", required: true, whenBlank: "" },
    ...ORDER_COLUMNS,
    lang: LANGUAGE,
  },
  *compute({ customer, ...orders }, language) {
    const read = readFilledBook(orders);
    const { book, settings } = read;
    const index = book.customerKeys.indexOf(normaliseId(customer));
    if (index < 0) throw new NotKnowableError("unknownCustomer", { customer });
    // With the settings that the tables take when left alone, so that sheet and sentence say the same.
    const risk = yield* readRisk(read, DEFAULT_RISK);
    const explanation = explainCustomer(index, readRfm(read), risk);
    if (explanation.churn === null) throw new NotKnowableError("customerWithoutOrder", { customer });
    return describeExplanation(
      sayIn(language),
      figuresIn(language),
      {
        customer: String(read.customers[index] ?? customer),
        windowDays: settings.windowDays,
        minorUnits: 10 ** book.decimals,
      },
      explanation,
    );
  },
});
