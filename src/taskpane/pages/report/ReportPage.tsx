import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { FailureBar } from "../../failure/FailureBar";
import { NO_CHOICES } from "../../session/choices";
import { TaskProgress } from "../../session/TaskProgress";
import { useSession } from "../../session/useSession";
import { useStore } from "../../session/useStore";
import { PageFrame } from "../../shell/PageFrame";
import { useWords } from "../../words/useWords";
import { EarlierReport } from "./EarlierReport";
import { OptionsForm } from "./OptionsForm";
import { changedOptions } from "./reportOptions";
import { ReportResult } from "./ReportResult";

const useStyles = makeStyles({
  title: { display: "flex", flexDirection: "column", padding: `${tokens.spacingVerticalS} 0` },
  quiet: { color: tokens.colorNeutralForeground2 },
  options: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** Options, the making of the report, and what it says. */
export function ReportPage(): ReactNode {
  const styles = useStyles();
  const { t, format, locale } = useWords();
  const session = useSession();
  const { report, recognition } = session;
  const state = useStore(report);
  const recognised = useStore(recognition);
  const choices = useStore(session.choices) ?? NO_CHOICES;
  const stale = useStore(session.stale);
  const changed = changedOptions(choices);
  const running = state.status === "running";
  const result = state.status === "done" ? state.value : null;
  const earlier = recognised.status === "done" ? recognised.value.report : null;

  useEffect(() => {
    // Tells whether the workbook has a report already.
    if (recognised.status === "idle") void recognition.start();
  }, [recognition, recognised.status]);

  const generate = (): void => void report.start(locale);
  const isRefresh = result !== null || earlier !== null;

  return (
    <PageFrame
      title={t("pane.page.report")}
      lead={t("pane.report.lead")}
      action={
        running ? null : (
          <Button appearance="primary" onClick={generate}>
            {t(isRefresh ? "pane.report.refresh" : "pane.report.generate")}
          </Button>
        )
      }
    >
      {stale.stale && !running && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t(stale.remote ? "pane.report.staleRemote" : "pane.report.stale")}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={generate}>
              {t("pane.report.refresh")}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {state.status === "failed" && <FailureBar error={state.error} onRetry={generate} />}
      {state.status === "cancelled" && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t("pane.report.cancelled")}</MessageBarBody>
        </MessageBar>
      )}
      {state.status === "running" && (
        <>
          <TaskProgress {...state} onCancel={report.cancel} />
          <Caption1 className={styles.quiet}>{t("pane.report.meanwhile")}</Caption1>
        </>
      )}
      {result !== null && <ReportResult result={result} />}
      {result === null && !running && earlier !== null && <EarlierReport report={earlier} />}
      {!running && (
        <Accordion collapsible>
          <AccordionItem value="options" className={styles.options}>
            <AccordionHeader as="h3">
              <span className={styles.title}>
                {t("pane.options.title")}
                <Caption1 className={styles.quiet}>
                  {changed === 0
                    ? t("pane.options.defaults")
                    : t("pane.options.changed", { count: format.count(changed) })}
                </Caption1>
              </span>
            </AccordionHeader>
            <AccordionPanel>
              <OptionsForm choices={choices} onChoose={(wanted) => void session.choose(wanted)} />
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </PageFrame>
  );
}
