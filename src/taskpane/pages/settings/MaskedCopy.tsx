import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { FailureBar } from "../../failure/FailureBar";
import type { MaskedLevel } from "../../session/session";
import { TaskProgress } from "../../session/TaskProgress";
import { useSession } from "../../session/useSession";
import { useStore } from "../../session/useStore";
import { useWords } from "../../words/useWords";
import { saveFile } from "./saveFile";
import { Section } from "./Section";

const LEVELS: readonly MaskedLevel[] = ["partial", "full"];
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  level: { flexGrow: 1, minWidth: "140px" },
});

/** A workbook to hand on, with people's data hidden. */
export function MaskedCopy(): ReactNode {
  const styles = useStyles();
  const { t, locale } = useWords();
  const { maskedCopy } = useSession();
  const state = useStore(maskedCopy);
  const [level, setLevel] = useState<MaskedLevel>("partial");

  const download = async (): Promise<void> => {
    const outcome = await maskedCopy.start({ level, locale });
    if (outcome.status === "done") saveFile(t("pane.masked.file"), outcome.value.slice(), XLSX);
  };

  return (
    <Section title={t("pane.masked.title")} lead={t("pane.masked.lead")}>
      <div className={styles.row}>
        <Field className={styles.level} label={t("pane.masked.level")}>
          <Select value={level} onChange={(_, { value }) => setLevel(value as MaskedLevel)}>
            {LEVELS.map((id) => (
              <option key={id} value={id}>
                {t(`pane.mask.${id}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Button disabled={state.status === "running"} onClick={() => void download()}>
          {t("pane.masked.download")}
        </Button>
      </div>
      {state.status === "running" && <TaskProgress {...state} onCancel={maskedCopy.cancel} />}
      {state.status === "failed" && (
        <FailureBar error={state.error} onRetry={() => void download()} onDismiss={maskedCopy.reset} />
      )}
    </Section>
  );
}
