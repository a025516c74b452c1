import { Button, Field, makeStyles, ProgressBar, tokens, useAnnounce } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import type { StepProgress } from "../../app/services";
import { useWords, type Words } from "../words/useWords";

const useStyles = makeStyles({
  progress: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  cancel: { alignSelf: "flex-start" },
});

interface Props {
  /** null: no step is named yet. */
  readonly progress: StepProgress | null;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}

/** Which step a task is at, how far, and a way out. Steps are read out as they begin; counts are not. */
export function TaskProgress({ progress, cancelling, onCancel }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { t } = words;
  const { announce } = useAnnounce();
  const title = cancelling ? t("pane.task.cancelling") : stepSentence(words, progress);

  useEffect(() => announce(title), [announce, title]);

  return (
    <div className={styles.progress}>
      <Field label={title} hint={countSentence(words, progress)}>
        <ProgressBar thickness="large" {...partDone(progress)} />
      </Field>
      <Button className={styles.cancel} disabled={cancelling} onClick={onCancel}>
        {t("pane.task.cancel")}
      </Button>
    </div>
  );
}

function stepSentence({ t }: Words, progress: StepProgress | null): string {
  if (progress === null) return t("pane.task.starting");
  const { step, index, of } = progress;
  return t("pane.task.step", { index, of, step: t(`pane.step.${step}`) });
}

function countSentence({ t, format }: Words, progress: StepProgress | null): string {
  // A blank keeps the line's height, so that nothing jumps when a count appears.
  if (progress === null || progress.done === null) return "\u00a0";
  const done = format.count(progress.done);
  return progress.total === null
    ? t("pane.task.done", { done })
    : t("pane.task.doneOf", { done, total: format.count(progress.total) });
}

/** Share of the whole task that is done, each step counting alike; nothing where it is unknown. */
function partDone(progress: StepProgress | null): { readonly value?: number } {
  if (progress === null) return {};
  const { index, of, done, total } = progress;
  const within = done !== null && total !== null && total > 0 ? Math.min(done / total, 1) : 0;
  return { value: (index - 1 + within) / of };
}
