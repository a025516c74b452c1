import {
  Accordion,
  Body1,
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { useEffect, type ReactNode } from "react";
import type { Recognition } from "../../../app/services";
import { FailureBar } from "../../failure/FailureBar";
import { usePreferences } from "../../preferences/usePreferences";
import { NO_CHOICES } from "../../session/choices";
import { TaskProgress } from "../../session/TaskProgress";
import { useNavigate, useSession } from "../../session/useSession";
import { useStore } from "../../session/useStore";
import { PageFrame } from "../../shell/PageFrame";
import { useWords } from "../../words/useWords";
import { MissingTables } from "./MissingTables";
import { QualityGate } from "./QualityGate";
import { SampleOffer } from "./SampleOffer";
import { TableItem } from "./TableItem";
import { Welcome } from "./Welcome";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  tables: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  found: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  sentence: { flexGrow: 1 },
  again: { flexShrink: 0 },
});

/** What the workbook has, how it is read, and what would be worth adding. */
export function DataPage(): ReactNode {
  const { t, locale } = useWords();
  const session = useSession();
  const [{ welcomed }] = usePreferences();
  const state = useStore(session.recognition);
  const sample = useStore(session.sample);
  const navigate = useNavigate();
  const { recognition } = session;

  useEffect(() => {
    if (state.status === "idle") void recognition.start();
  }, [recognition, state.status]);

  const openSample = async (): Promise<void> => {
    const outcome = await session.sample.start(locale);
    if (outcome.status === "done") void recognition.start();
  };

  // A correction reads anew; what was read before stays in sight meanwhile.
  const found = state.status === "done" ? state.value : state.status === "running" ? state.before : null;
  const hasOrders = found?.tables.some(({ kind }) => kind === "orders") ?? false;

  return (
    <PageFrame
      title={t("pane.page.data")}
      lead={t("pane.data.lead")}
      action={
        hasOrders && (
          <Button appearance="primary" onClick={() => navigate("report")}>
            {t("pane.data.next")}
          </Button>
        )
      }
    >
      {!welcomed && <Welcome />}
      {sample.status === "running" && <TaskProgress {...sample} onCancel={session.sample.cancel} />}
      {sample.status === "failed" && (
        <FailureBar error={sample.error} onRetry={() => void openSample()} onDismiss={session.sample.reset} />
      )}
      {sample.status !== "running" && state.status === "running" && state.before === null && (
        <TaskProgress {...state} onCancel={recognition.cancel} />
      )}
      {state.status === "failed" && (
        <FailureBar error={state.error} onRetry={() => void recognition.start()} />
      )}
      {state.status === "cancelled" && (
        <div>
          <Button onClick={() => void recognition.start()}>{t("pane.data.again")}</Button>
        </div>
      )}
      {found !== null && sample.status !== "running" && (
        <>
          <Found
            recognition={found}
            reading={state.status === "running"}
            onAgain={() => void recognition.start()}
          />
          {!hasOrders && <SampleOffer onOpen={() => void openSample()} />}
          {hasOrders && state.status === "done" && <QualityGate />}
          <MissingTables kinds={found.missing} />
        </>
      )}
    </PageFrame>
  );
}

interface FoundProps {
  readonly recognition: Recognition;
  readonly reading: boolean;
  readonly onAgain: () => void;
}

function Found({ recognition, reading, onAgain }: FoundProps): ReactNode {
  const styles = useStyles();
  const { t, format } = useWords();
  const session = useSession();
  const choices = useStore(session.choices) ?? NO_CHOICES;
  const used = recognition.tables.filter(({ kind }) => kind !== null);
  const rows = used.reduce((sum, table) => sum + table.rows, 0);

  return (
    <section className={styles.section}>
      <div className={styles.found}>
        <Body1 className={styles.sentence}>
          {used.length === 0
            ? t("pane.data.none")
            : t("pane.data.found", { tables: format.count(used.length), rows: format.count(rows) })}
        </Body1>
        <Button
          className={styles.again}
          size="small"
          appearance="subtle"
          icon={reading ? <Spinner size="extra-tiny" /> : <ArrowClockwiseRegular />}
          onClick={onAgain}
        >
          {t("pane.data.again")}
        </Button>
      </div>
      {recognition.tables.length > 0 && (
        <Accordion collapsible multiple className={styles.tables}>
          {recognition.tables.map((table) => (
            <TableItem
              key={table.key}
              table={table}
              overrides={choices.overrides}
              onCorrect={(overrides) => {
                void session.choose({ ...choices, overrides });
                onAgain();
              }}
            />
          ))}
        </Accordion>
      )}
      {used.length > 0 && !used.some(({ kind }) => kind === "orders") && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t("missingSheet.orders")}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}
