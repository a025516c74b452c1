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
import type { InsightTranslate } from "../../../i18n/insightWords";
import { useInsightWords } from "../../words/useInsightWords";
import { lensLines, type LensLine } from "./lensLines";
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
  const { t, pane, format } = words;
  const tierName = (tier: CustomerLens["tier"]) => (tier === "" ? t("lens.noTier") : pane(`tier.${tier}`));
  const lines = lensLines(lens, currency, words);
  const { risk, nextAction, override, relation, loyalty } = lens;
  return (
    <section className={styles.card} aria-live="polite">
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.name}>
          {lens.name === "" ? lens.id : `${lens.name} · ${lens.id}`}
        </Subtitle2>
        <Badge appearance="tint" color="brand">
          {tierName(lens.tier)}
        </Badge>
        <CopyButton label={t("lens.copy")} text={copied(lens, lines, tierName(lens.tier))} />
      </div>
      {override !== null && (
        <Caption1 className={styles.quiet}>
          {t(override.reason === "" ? "lens.override.noReason" : "lens.override", {
            tier: tierName(override.tier),
            computed: tierName(override.computed),
            reason: override.reason,
          })}
        </Caption1>
      )}
      {lens.openComplaint && <Warning text={t("lens.openComplaint")} />}
      {!lens.consent && <Warning text={t("lens.noConsent")} />}
      {risk === null ? (
        <Body1>{t("lens.riskNone")}</Body1>
      ) : (
        <div className={styles.block}>
          <Caption1>{t("lens.risk", { days: risk.horizonDays })}</Caption1>
          <div className={styles.figure}>
            <Text size={600} weight="semibold">
              {format.percent(risk.risk)}
            </Text>
            {risk.band !== "" && <Text weight="semibold">{t(`lens.riskBand.${risk.band}`)}</Text>}
            <Caption1 className={styles.quiet}>
              {t("lens.riskInterval", { low: format.percent(risk.low), high: format.percent(risk.high) })}
            </Caption1>
          </div>
          <Body1>{risk.sentence}</Body1>
          {risk.nextPurchaseDays !== null && (
            <Caption1 className={styles.quiet}>
              {t("lens.nextPurchase", { days: format.count(risk.nextPurchaseDays) })}
            </Caption1>
          )}
          {risk.history.length > 0 && (
            <Caption1 className={styles.quiet}>
              {t("lens.riskHistory", {
                points: risk.history
                  .map((point) =>
                    t("lens.riskPoint", { day: format.day(point.day), risk: format.percent(point.risk) }),
                  )
                  .join(" → "),
              })}
            </Caption1>
          )}
        </div>
      )}
      <div className={styles.section}>
        <Subtitle2 as="h4">{t("lens.next")}</Subtitle2>
        {relation.action !== "" && <Body1 block>{actionSentence(relation, t)}</Body1>}
        <Body1 block>
          {nextAction === null
            ? t("lens.nextNone")
            : t(nextAction.overdue ? "lens.nextOverdue" : "lens.nextLine", {
                action: nextAction.action,
                day: format.day(nextAction.dueOn),
              })}
        </Body1>
      </div>
      {(relation.stage !== "" || relation.relation !== "" || loyalty !== null) && (
        <div className={styles.section}>
          <Subtitle2 as="h4">{t("lens.relationship")}</Subtitle2>
          {relation.stage !== "" && (
            <Body1 block>
              {relation.stageFlags === ""
                ? t("lens.stage", { stage: relation.stage })
                : t("lens.stageFlagged", { stage: relation.stage, flags: relation.stageFlags })}
            </Body1>
          )}
          {relation.relation !== "" && (
            <Body1 block>
              {relation.relationReasons === ""
                ? t("lens.relation", { relation: relation.relation })
                : t("lens.relationReasons", {
                    relation: relation.relation,
                    reasons: relation.relationReasons,
                  })}
            </Body1>
          )}
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
          {lines.map(({ label, value }) => (
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

function Warning({ text }: { readonly text: string }): ReactNode {
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

/** What the strategy asks for, by which way and by whom. */
function actionSentence({ action, channel, owner }: CustomerLens["relation"], t: InsightTranslate): string {
  if (channel === "") return owner === "" ? action : t("lens.actionBy", { action, owner });
  return owner === ""
    ? t("lens.actionThrough", { action, channel })
    : t("lens.actionThroughBy", { action, channel, owner });
}

function copied(lens: CustomerLens, lines: readonly LensLine[], tier: string): string {
  const head = [lens.id, lens.name, tier].filter((part) => part !== "").join(" · ");
  const { stage, relation, relationReasons } = lens.relation;
  const relations = [stage, relation, relationReasons].filter((part) => part !== "").join(" · ");
  return [
    head,
    lens.risk?.sentence ?? "",
    relations,
    ...lines.map(({ label, value }) => `${label}: ${value}`),
  ]
    .filter((line) => line !== "")
    .join("\n");
}
