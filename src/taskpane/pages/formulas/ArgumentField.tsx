import { Button, Field, Input, makeStyles, tokens, type FieldProps } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useServices } from "../../session/useSession";
import { useInsightWords } from "../../words/useInsightWords";
import { argumentName } from "./argumentName";
import { isRange, type FormulaParameter } from "./formulaText";

const useStyles = makeStyles({
  line: { display: "flex", minWidth: 0, columnGap: tokens.spacingHorizontalS, alignItems: "center" },
  // A field asks for twenty letters; beside a button in a narrow pane there are fewer.
  input: { flexGrow: 1, minWidth: 0, "& input": { width: "100%" } },
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

  const label = argumentName(t, parameter);
  return (
    <Field
      label={label}
      hint={parameter.description}
      required={parameter.optional !== true}
      validationState={note === null ? "none" : note.wrong ? "error" : "success"}
      validationMessage={note?.text ?? null}
    >
      {isRange(parameter) ? (
        (field: FieldProps) => (
          <div className={styles.line}>
            <Input
              {...(field as object)}
              className={styles.input}
              value={value}
              onChange={(_, { value: typed }) => onValue(typed)}
              placeholder="A2:A85"
            />
            <Button
              className={styles.button}
              aria-label={t("formulas.useSelectionFor", { argument: label })}
              onClick={() => void takeSelection()}
            >
              {t("formulas.useSelection")}
            </Button>
          </div>
        )
      ) : (
        <Input className={styles.input} value={value} onChange={(_, { value: typed }) => onValue(typed)} />
      )}
    </Field>
  );
}
