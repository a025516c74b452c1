import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useServices } from "../../session/useSession";
import { useInsightWords } from "../../words/useInsightWords";
import { isRange, type FormulaParameter } from "./formulaText";

const useStyles = makeStyles({
  line: { display: "flex", columnGap: tokens.spacingHorizontalS, alignItems: "center" },
  input: { flexGrow: 1, minWidth: 0 },
  button: { flexShrink: 0 },
});

interface Props {
  readonly parameter: FormulaParameter;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** One argument: typed, or for a range taken from what is selected in the sheet. */
export function ArgumentField({ parameter, value, onValue }: Props): ReactNode {
  const styles = useStyles();
  const { t } = useInsightWords();
  const services = useServices();
  const [note, setNote] = useState<{ readonly text: string; readonly wrong: boolean } | null>(null);

  const takeSelection = async (): Promise<void> => {
    try {
      const selected = await services.selection();
      if (selected === null) {
        setNote({ text: t("formulas.selectionNone"), wrong: true });
        return;
      }
      const sheet = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(selected.sheet)
        ? selected.sheet
        : `'${selected.sheet.replaceAll("'", "''")}'`;
      onValue(`${sheet}!${selected.address}`);
      const heading = selected.headings?.[0] ?? "";
      setNote(heading === "" ? null : { text: t("formulas.headings", { heading }), wrong: false });
    } catch {
      // Whatever keeps Excel from telling the selection, the range can be typed.
      setNote({ text: t("formulas.selectionNone"), wrong: true });
    }
  };

  const label =
    parameter.optional === true ? `${parameter.name} (${t("formulas.optional")})` : parameter.name;
  return (
    <Field
      label={label}
      hint={parameter.description}
      required={parameter.optional !== true}
      validationState={note === null ? "none" : note.wrong ? "error" : "success"}
      validationMessage={note?.text ?? null}
    >
      {isRange(parameter) ? (
        <div className={styles.line}>
          <Input
            className={styles.input}
            aria-label={label}
            value={value}
            onChange={(_, { value: typed }) => onValue(typed)}
            placeholder="A2:A85"
          />
          <Button className={styles.button} size="small" onClick={() => void takeSelection()}>
            {t("formulas.useSelection")}
          </Button>
        </div>
      ) : (
        <Input className={styles.input} value={value} onChange={(_, { value: typed }) => onValue(typed)} />
      )}
    </Field>
  );
}
