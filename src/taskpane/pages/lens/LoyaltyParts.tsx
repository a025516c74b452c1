import { Body1, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CustomerLens } from "../../../app/services";
import { useInsightWords } from "../../words/useInsightWords";
import { loyaltyPartWord, loyaltySentence } from "./lensSentences";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    listStyleType: "none",
  },
  part: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
  },
  figure: { fontVariantNumeric: "tabular-nums", textAlign: "end" },
  rail: {
    gridColumnStart: 1,
    gridColumnEnd: "span 2",
    height: "4px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
  },
  bar: {
    display: "block",
    height: "100%",
    backgroundColor: tokens.colorBrandForeground1,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly loyalty: NonNullable<CustomerLens["loyalty"]>;
}

/** The loyalty index and what it is made of; a part that behaviour stands in for says so, one that is unknown is a dash. */
export function LoyaltyParts({ loyalty }: Props): ReactNode {
  const styles = useStyles();
  const words = useInsightWords();
  const { t, format } = words;
  const { parts } = loyalty;
  return (
    <>
      <Body1>{loyaltySentence(loyalty, words)}</Body1>
      {parts.some(({ value }) => value !== null) && (
        <ul className={styles.list} aria-label={t("lens.loyaltyParts")}>
          {parts.map(({ id, value, proxy }) => (
            <li key={id} className={styles.part}>
              <span>
                {loyaltyPartWord(id, t)}{" "}
                {proxy && <Caption1 className={styles.quiet}>{t("lens.loyaltyProxy")}</Caption1>}
              </span>
              <span className={styles.figure}>
                {value === null ? t("lens.none") : format.figure(value * 100, 0)}
              </span>
              <span className={styles.rail} aria-hidden>
                <span
                  className={styles.bar}
                  style={{ width: `${String(Math.round((value ?? 0) * 100))}%` }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
