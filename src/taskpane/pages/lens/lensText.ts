import type { CustomerLens } from "../../../app/services";
import { lensLines } from "./lensLines";
import {
  loyaltyPartWord,
  loyaltySentence,
  nextSentences,
  overrideSentence,
  relationSentences,
  riskRemarks,
  tierWord,
  warningSentences,
  type LensWords,
} from "./lensSentences";

/**
 * All that the lens shows of a customer but what happened, as text to paste into a message: a paragraph for each
 * part, a line for each thing said.
 */
export function lensText(lens: CustomerLens, currency: string, words: LensWords): string {
  const { t } = words;
  const line = (label: string, value: string): string => t("lens.line", { label, value });
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [title, ...lines.map((text) => t("lens.item", { text }))];
  const override = overrideSentence(lens, words);
  const paragraphs: readonly (readonly string[])[] = [
    [
      [lens.name, lens.id, tierWord(lens.tier, words)].filter((part) => part !== "").join(" · "),
      ...(override === null ? [] : [override]),
      ...warningSentences(lens, words),
    ],
    riskLines(lens, words),
    section(t("lens.next"), nextSentences(lens, words)),
    section(t("lens.relationship"), [...relationSentences(lens, words), ...loyaltyLines(lens, words)]),
    section(
      t("lens.figures"),
      lensLines(lens, currency, words).map(({ label, value }) => line(label, value)),
    ),
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function riskLines({ risk }: CustomerLens, words: LensWords): readonly string[] {
  const { t, format } = words;
  if (risk === null) return [t("lens.riskNone")];
  const share = format.percent(risk.risk);
  return [
    t("lens.line", {
      label: t("lens.risk", { days: risk.horizonDays }),
      value: risk.band === "" ? share : `${share} ${t(`lens.inBand.${risk.band}`)}`,
    }),
    ...[
      t("lens.riskInterval", { low: format.percent(risk.low), high: format.percent(risk.high) }),
      risk.sentence,
      ...riskRemarks(risk, words),
    ].map((text) => t("lens.item", { text })),
  ];
}

function loyaltyLines({ loyalty }: CustomerLens, words: LensWords): readonly string[] {
  if (loyalty === null) return [];
  const { t, format } = words;
  const parts = loyalty.parts.flatMap(({ id, value, proxy }) =>
    value === null
      ? []
      : [
          t("lens.line", {
            label: loyaltyPartWord(id, t),
            value: t(proxy ? "lens.loyaltyProxyFigure" : "lens.loyaltyFigure", {
              figure: format.figure(value * 100, 0),
            }),
          }),
        ],
  );
  return [loyaltySentence(loyalty, words), ...parts];
}
