import {
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  useAnnounce,
} from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { FailureBar } from "../../failure/FailureBar";
import { PlaceLink } from "../../places/PlaceLink";
import type { FormulaTaskId } from "../../session/session";
import { TaskProgress } from "../../session/TaskProgress";
import { useSession } from "../../session/useSession";
import { useStore } from "../../session/useStore";
import { useWords } from "../../words/useWords";
import { Section } from "./Section";

const IDS: readonly FormulaTaskId[] = ["freeze", "restore", "repair"];

/** More links than this help nobody. */
const MOST_PLACES = 6;

const useStyles = makeStyles({
  care: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalXS,
  },
  hint: { color: tokens.colorNeutralForeground2 },
  places: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
});

/** CRM formulas of the workbook: as values for people without the add-in, back again, and mended. */
export function FormulaCare(): ReactNode {
  const { t } = useWords();
  return (
    <Section title={t("pane.formulas.title")} lead={t("pane.formulas.lead")}>
      {IDS.map((id) => (
        <Care key={id} id={id} />
      ))}
    </Section>
  );
}

function Care({ id }: { readonly id: FormulaTaskId }): ReactNode {
  const styles = useStyles();
  const { t, format } = useWords();
  const { announce } = useAnnounce();
  const { formulas } = useSession();
  const task = formulas[id];
  const state = useStore(task);
  const changed = state.status === "done" ? state.value : null;
  const sentence =
    changed === null
      ? null
      : changed.formulas === 0
        ? t(`pane.formulas.${id}.none`)
        : t(`pane.formulas.${id}.done`, { count: format.count(changed.formulas) });

  useEffect(() => {
    if (sentence !== null) announce(sentence);
  }, [announce, sentence]);

  return (
    <>
      <div className={styles.care}>
        <Button disabled={state.status === "running"} onClick={() => void task.start()}>
          {t(`pane.formulas.${id}`)}
        </Button>
        <Caption1 className={styles.hint}>{t(`pane.formulas.${id}.hint`)}</Caption1>
      </div>
      {state.status === "running" && <TaskProgress {...state} onCancel={task.cancel} />}
      {state.status === "failed" && (
        <FailureBar error={state.error} onRetry={() => void task.start()} onDismiss={task.reset} />
      )}
      {changed !== null && (
        <MessageBar intent={changed.formulas === 0 ? "info" : "success"} layout="multiline">
          <MessageBarBody>
            {sentence}
            <span className={styles.places}>
              {changed.places.slice(0, MOST_PLACES).map((place) => (
                <PlaceLink key={`${place.sheet}!${place.address}`} place={place} />
              ))}
            </span>
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
