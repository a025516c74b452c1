import { Body1, Button, makeStyles, Subtitle2, tokens, useAnnounce } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import type { QualityView } from "../../../app/services";
import { FailureBar } from "../../failure/FailureBar";
import { QualitySummary } from "../../quality/QualitySummary";
import { TaskProgress } from "../../session/TaskProgress";
import { useSession } from "../../session/useSession";
import { useStore } from "../../session/useStore";
import { useWords } from "../../words/useWords";

const useStyles = makeStyles({
  gate: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  check: { alignSelf: "flex-start" },
});

/** Before a report: which rows cannot be used and which cells are worth a look, for who wants to know. */
export function QualityGate(): ReactNode {
  const styles = useStyles();
  const { t, locale } = useWords();
  const { analysis } = useSession();
  const state = useStore(analysis);
  const check = (): void => void analysis.start(locale);

  return (
    <section className={styles.gate}>
      <Subtitle2 as="h3">{t("pane.gate.title")}</Subtitle2>
      {(state.status === "idle" || state.status === "cancelled") && (
        <>
          <Body1>{t("pane.gate.what")}</Body1>
          <Button className={styles.check} onClick={check}>
            {t("pane.gate.check")}
          </Button>
        </>
      )}
      {state.status === "running" && <TaskProgress {...state} onCancel={analysis.cancel} />}
      {state.status === "failed" && <FailureBar error={state.error} onRetry={check} />}
      {state.status === "done" && <Verdict quality={state.value.quality} />}
    </section>
  );
}

function Verdict({ quality }: { readonly quality: QualityView }): ReactNode {
  const { t, format } = useWords();
  const { announce } = useAnnounce();
  const rejected = quality.rejected.reduce((sum, { count }) => sum + count, 0);
  const sentence =
    rejected === 0
      ? t("pane.gate.clean")
      : t("pane.gate.some", { rejected: format.count(rejected), raw: format.count(quality.rawRows) });

  useEffect(() => announce(sentence), [announce, sentence]);

  return (
    <>
      <Body1>{sentence}</Body1>
      <QualitySummary quality={quality} />
    </>
  );
}
