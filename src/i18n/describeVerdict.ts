import type { FigureWords } from "./describeReasons";
import type { prediction } from "./en/prediction";

type Say = (key: keyof typeof prediction, holes?: Readonly<Record<string, string>>) => string;

/** What a back-test says of a churn score, as core codes it. */
interface CodedVerdict {
  readonly verdict: "beatsRecency" | "notBetterThanRecency" | "tooLittleData";
  readonly methods: readonly { readonly method: string; readonly auc: number | null }[];
}

/** The sentence that tells whether the score has worked on the data's own past. */
export function describeVerdict(
  say: Say,
  figures: Pick<FigureWords, "decimal">,
  { verdict, methods }: CodedVerdict,
): string {
  if (verdict === "tooLittleData") return say("backtestVerdict.tooLittleData");
  const aucOf = (wanted: string) =>
    figures.decimal(methods.find(({ method }) => method === wanted)?.auc ?? 0, 3);
  return say(`backtestVerdict.${verdict}`, { ours: aucOf("ours"), recency: aucOf("recency") });
}
