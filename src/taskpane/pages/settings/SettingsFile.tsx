import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useRef, useState, type ChangeEvent, type ReactNode } from "react";
import { FailureBar } from "../../failure/FailureBar";
import { useSession } from "../../session/useSession";
import { useWords } from "../../words/useWords";
import { saveFile } from "./saveFile";
import { Section } from "./Section";

const FILE_NAME = "tenure-settings.json";

type Exchange =
  | { readonly status: "idle" }
  | { readonly status: "imported" }
  | { readonly status: "failed"; readonly error: unknown };

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** The choices kept in this workbook, as a file for other workbooks and the command line. */
export function SettingsFile(): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const session = useSession();
  const [exchange, setExchange] = useState<Exchange>({ status: "idle" });
  const picker = useRef<HTMLInputElement>(null);
  const failed = (error: unknown): void => setExchange({ status: "failed", error });

  const exportFile = async (): Promise<void> => {
    setExchange({ status: "idle" });
    saveFile(FILE_NAME, await session.services.exportSettings(), "application/json");
  };
  const importFile = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    // Emptied, so that the same file can be taken again once it is corrected.
    const text = await file?.text();
    target.value = "";
    if (text === undefined) return;
    await session.importChoices(text);
    setExchange({ status: "imported" });
  };

  return (
    <Section title={t("pane.file.title")} lead={t("pane.file.lead")}>
      <div className={styles.buttons}>
        <Button onClick={() => void exportFile().catch(failed)}>{t("pane.file.export")}</Button>
        <Button onClick={() => picker.current?.click()}>{t("pane.file.import")}</Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t("pane.file.import")}
          onChange={(event) => void importFile(event).catch(failed)}
        />
      </div>
      {exchange.status === "imported" && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{t("pane.file.imported")}</MessageBarBody>
        </MessageBar>
      )}
      {exchange.status === "failed" && (
        <FailureBar error={exchange.error} onDismiss={() => setExchange({ status: "idle" })} />
      )}
    </Section>
  );
}
