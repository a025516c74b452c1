import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { BacktestView } from "../../../app/services";
import { isInsightKey } from "../../../i18n/insightWords";
import { FailureBar } from "../../failure/FailureBar";
import { FigureTable } from "../../plots/FigureTable";
import { SharePlot } from "../../plots/SharePlot";
import { useAnswer } from "../../session/useAnswer";
import { useServices } from "../../session/useSession";
import { Dated } from "../../words/Dated";
import { useInsightWords } from "../../words/useInsightWords";

const useStyles = makeStyles({
  item: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  panel: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  folded: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  heading: { padding: `${tokens.spacingVerticalS} 0` },
  cut: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

export function Backtest(): ReactNode {
  const styles = useStyles();
  const { t, locale, format } = useInsightWords();
  const services = useServices();
  const answer = useAnswer(locale, () => services.backtest(locale));
  if (answer.status === "waiting") return <Spinner size="tiny" />;
  if (answer.status === "failed") return <FailureBar error={answer.error} />;
  const { verdict, cuts, gap, horizonDays } = answer.value;
  if (gap !== null || cuts.length === 0)
    return <Body1>{t("backtestPage.none", { days: format.count(horizonDays) })}</Body1>;
  // The newest test says most of today; the others are for whoever doubts it.
  const [latest, ...earlier] = cuts;
  const heading = ({ day, customers }: BacktestView["cuts"][number]): string =>
    t("backtestPage.cut", { day: format.day(day), customers: format.count(customers) });
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{verdict}</MessageBarBody>
      </MessageBar>
      {latest !== undefined && (
        <section className={styles.cut}>
          <Subtitle2 as="h3">
            <Dated text={heading(latest)} />
          </Subtitle2>
          <Cut cut={latest} />
        </section>
      )}
      <Accordion collapsible multiple className={styles.folded}>
        {earlier.map((cut) => (
          <AccordionItem key={cut.day} value={cut.day} className={styles.item}>
            <AccordionHeader as="h3">
              <span className={styles.heading}>
                <Dated text={heading(cut)} />
              </span>
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <Cut cut={cut} />
            </AccordionPanel>
          </AccordionItem>
        ))}
        <AccordionItem value="means" className={styles.item}>
          <AccordionHeader as="h3">{t("backtestPage.means")}</AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <Body1>{t("backtestPage.aucMeans")}</Body1>
            <Body1>{t("backtestPage.logLossMeans")}</Body1>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </>
  );
}

/** What was predicted on one earlier day, and what came of it. */
function Cut({ cut }: { readonly cut: BacktestView["cuts"][number] }): ReactNode {
  const { t, format } = useInsightWords();
  const figure = (value: number | null, digits = 3) =>
    value === null ? t("lens.none") : value.toFixed(digits);
  const method = (id: string) => {
    const key = `backtestPage.method.${id}`;
    return isInsightKey(key) ? t(key) : id;
  };
  return (
    <>
      {cut.topLift !== null && (
        <Body1>{t("backtestPage.lift", { lift: format.figure(cut.topLift, 1) })}</Body1>
      )}
      <FigureTable
        label={t("backtestPage.method")}
        heads={[
          t("backtestPage.method"),
          t("backtestPage.auc"),
          t("backtestPage.logLoss"),
          t("backtestPage.brier"),
          t("backtestPage.mae"),
        ]}
        rows={cut.methods.map(({ id, auc, logLoss, brier, mae }) => [
          method(id),
          figure(auc),
          figure(logLoss),
          figure(brier),
          figure(mae, 2),
        ])}
      />
      {cut.calibration.length > 0 && (
        <SharePlot
          title={t("backtestPage.calibration")}
          text={t("backtestPage.calibrationText", { groups: format.count(cut.calibration.length) })}
          tableLabel={t("lens.asTable")}
          heads={[t("backtestPage.predicted"), t("backtestPage.realised"), t("backtestPage.customersHead")]}
          points={cut.calibration.map(({ predicted, observed, customers }) => ({
            x: predicted,
            y: observed,
            count: customers,
          }))}
          showShare={format.percent}
          showTick={(share) => `${format.figure(share * 100, 0)}%`}
          showCount={format.count}
        />
      )}
      {cut.bands.length > 0 && (
        <FigureTable
          label={t("backtestPage.bands")}
          heads={[t("backtestPage.band"), t("backtestPage.customersHead"), t("backtestPage.lost")]}
          rows={cut.bands.map(({ band, customers, lostShare }) => [
            band === "" ? t("lens.none") : t(`lens.riskBand.${band}`),
            format.count(customers),
            format.percent(lostShare),
          ])}
        />
      )}
    </>
  );
}
