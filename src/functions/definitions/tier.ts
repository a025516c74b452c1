import { InvalidArgumentError, NotKnowableError } from "../../core/errors";
import { SMALLEST_TIER_BASE, tiersByKeys, type TierId } from "../../core/tiers";
import { numberColumn } from "../arguments/numberColumn";
import { LANGUAGE } from "../arguments/parameter";
import { word } from "../words";
import { define } from "./definition";

const GIVEN_TIERS = ["high", "medium", "basic"] as const satisfies readonly TierId[];

export const TIER = define({
  parameters: {
    scores: { kind: "range" },
    topShare: { kind: "number", min: 0, max: 1, whenBlank: 0.2 },
    bottomShare: { kind: "number", min: 0, max: 1, whenBlank: 0.2 },
    labels: { kind: "words" },
    lang: LANGUAGE,
  },
  compute({ scores, topShare, bottomShare, labels }, language) {
    if (labels !== null && labels.length !== GIVEN_TIERS.length) {
      throw new InvalidArgumentError("labels", "labelCount", { count: labels.length });
    }
    const columns = Array.from({ length: scores.width }, (_, column) => numberColumn(scores, column));
    const tiers = tiersByKeys(columns, { topShare, bottomShare });
    const count = columns[0]?.reduce((known, value) => known + (Number.isNaN(value) ? 0 : 1), 0) ?? 0;
    if (count < SMALLEST_TIER_BASE) {
      throw new NotKnowableError("tooFew", { count, needed: SMALLEST_TIER_BASE });
    }
    const names = new Map<TierId, string>(
      GIVEN_TIERS.map((tier, index) => [tier, labels?.[index] ?? word(language, `tier.${tier}`)]),
    );
    return tiers.map((tier) => [names.get(tier) ?? ""]);
  },
});
