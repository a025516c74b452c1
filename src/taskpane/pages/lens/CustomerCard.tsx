import {
  Badge,
  Body1,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CustomerLens } from "../../../app/services";
import { CopyButton } from "../../failure/CopyButton";
import { Dated } from "../../words/Dated";
import { useInsightWords } from "../../words/useInsightWords";
import { lensLines, type LensLine } from "./lensLines";
import {
  nextSentences,
  overrideSentence,
  relationSentences,
  riskRemarks,
  tierWord,
  warningSentences,
} from "./lensSentences";
import { lensText } from "./lensText";
import { LoyaltyParts } from "./LoyaltyParts";
import { TimelinePlot } from "./TimelinePlot";

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  name: { overflowWrap: "anywhere" },
  block: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  figure: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 5fr) minmax(0, 6fr)",
    margin: 0,
  },
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  term: {
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  value: {
    margin: 0,
    textAlign: "end",
    overflowWrap: "anywhere",
    fontVariantNumeric: "tabular-nums",
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

interface Props {
  readonly lens: CustomerLens;
  readonly currency: string;
}

/** Everything known of one customer, the risk and what to do first. */
export function CustomerCard({ lens, currency }: Props): ReactNode {
  const styles = useStyles();
  const words = useInsightWords();
  const { t, format } = words;
  const { risk, loyalty } = lens;
  const override = overrideSentence(lens, words);
  const relations = relationSentences(lens, words);
  return (
    <section className={styles.card} aria-live="polite">
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.name}>
          {lens.name === "" ? lens.id : `${lens.name} · ${lens.id}`}
        </Subtitle2>
        <Badge appearance="tint" color="brand">
          {tierWord(lens.tier, words)}
        </Badge>
        <CopyButton label={t("lens.copy")} text={lensText(lens, currency, words)} />
      </div>
      {override !== null && (
        <Caption1 className={styles.quiet}>
          <Dated text={override} />
        </Caption1>
      )}
      {warningSentences(lens, words).map((text) => (
        <MessageBar key={text} intent="warning" layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      ))}
      {risk === null ? (
        <Body1>{t("lens.riskNone")}</Body1>
      ) : (
        <div className={styles.block}>
          <Caption1>{t("lens.risk", { days: risk.horizonDays })}</Caption1>
          <div className={styles.figure}>
            <Text size={600} weight="semibold">
              {format.percent(risk.risk)}
            </Text>
            {risk.band !== "" && <Text weight="semibold">{t(`lens.inBand.${risk.band}`)}</Text>}
            <Caption1 className={styles.quiet}>
              {t("lens.riskInterval", { low: format.percent(risk.low), high: format.percent(risk.high) })}
            </Caption1>
          </div>
          <Body1>
            <Dated text={risk.sentence} />
          </Body1>
          {riskRemarks(risk, words).map((text) => (
            <Caption1 key={text} className={styles.quiet}>
              <Dated text={text} />
            </Caption1>
          ))}
        </div>
      )}
      <div className={styles.section}>
        <Subtitle2 as="h4">{t("lens.next")}</Subtitle2>
        {nextSentences(lens, words).map((text) => (
          <Body1 key={text} block>
            <Dated text={text} />
          </Body1>
        ))}
      </div>
      {(relations.length > 0 || loyalty !== null) && (
        <div className={styles.section}>
          <Subtitle2 as="h4">{t("lens.relationship")}</Subtitle2>
          {relations.map((text) => (
            <Body1 key={text} block>
              <Dated text={text} />
            </Body1>
          ))}
          {loyalty === null ? (
            <Caption1 className={styles.quiet}>{t("lens.loyaltyNone")}</Caption1>
          ) : (
            <LoyaltyParts loyalty={loyalty} />
          )}
        </div>
      )}
      <TimelinePlot events={lens.timeline} currency={currency} />
      <div className={styles.section}>
        <Subtitle2 as="h4">{t("lens.figures")}</Subtitle2>
        <dl className={styles.list}>
          {lensLines(lens, currency, words).map(({ label, value }) => (
            <LineOf key={label} label={label} value={value} />
          ))}
        </dl>
      </div>
    </section>
  );
}

function LineOf({ label, value }: LensLine): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
