import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1Strong,
  Button,
  Caption1,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { RecognisedColumn, RecognisedTable } from "../../../app/services";
import { SHEET_FIELDS, type SheetKind } from "../../../core/tables";
import { describeProblem } from "../../../i18n/describeProblem";
import { isPaneKey } from "../../../i18n/paneWords";
import type { SourceOverrides } from "../../../sources";
import { PlaceLink } from "../../places/PlaceLink";
import { useWords } from "../../words/useWords";
import { isCorrected, withField, withKind, type KindChoice } from "./mapping";

const KINDS = Object.keys(SHEET_FIELDS) as readonly SheetKind[];

const useStyles = makeStyles({
  item: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { display: "flex", flexDirection: "column", padding: `${tokens.spacingVerticalS} 0`, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  panel: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    margin: 0,
  },
  columns: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  column: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 5fr) minmax(0, 6fr)",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "center",
    "& select": { textOverflow: "ellipsis" },
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  heading: { display: "flex", flexDirection: "column", minWidth: 0 },
  examples: {
    color: tokens.colorNeutralForeground2,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  foot: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, alignItems: "center" },
});

interface Props {
  readonly table: RecognisedTable;
  readonly overrides: SourceOverrides;
  readonly onCorrect: (overrides: SourceOverrides) => void;
}

/** One table: what it was taken for, which column holds what, and both to be corrected. */
export function TableItem({ table, overrides, onCorrect }: Props): ReactNode {
  const styles = useStyles();
  const { t, format } = useWords();
  const { kind, place, columns, questions, rows } = table;
  const { sheet } = place;
  const bound = columns.filter(({ field }) => field !== null).length;
  const corrected = isCorrected(overrides, sheet);

  return (
    <AccordionItem value={table.key} className={styles.item}>
      <AccordionHeader as="h3">
        <span className={styles.title}>
          <Body1Strong>{table.key}</Body1Strong>
          <Caption1 className={styles.quiet}>
            {kind === null
              ? t(table.ignored ? "pane.table.ignored" : "pane.table.unknown")
              : t("pane.table.summary", {
                  kind: t(`sheetKind.${kind}`),
                  rows: format.count(rows),
                  columns: format.count(bound),
                })}
          </Caption1>
        </span>
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>
        {questions.map((question) => (
          <MessageBar
            key={`${question.code} ${question.field}`}
            intent={question.weight === "note" ? "info" : "warning"}
            layout="multiline"
          >
            <MessageBarBody>
              {/* What the pane itself can mend is not sent to a settings file. */}
              {describeProblem(
                t,
                isPaneKey(`pane.question.${question.code}`) ? "pane.question" : "file",
                question,
              )}
            </MessageBarBody>
          </MessageBar>
        ))}
        <Field label={t("pane.table.kind")}>
          <Select
            value={table.ignored ? "ignore" : (kind ?? "")}
            onChange={(_, { value }) =>
              onCorrect(withKind(overrides, sheet, value === "" ? null : (value as KindChoice)))
            }
          >
            <option value="">{t("pane.table.byHeadings")}</option>
            {KINDS.map((id) => (
              <option key={id} value={id}>
                {t(`sheetKind.${id}`)}
              </option>
            ))}
            <option value="ignore">{t("pane.table.leaveOut")}</option>
          </Select>
        </Field>
        {kind !== null && (
          <ul className={styles.columns} aria-label={t("pane.table.columns")}>
            {columns.map((column, index) => (
              <ColumnRow
                key={`${index} ${column.heading}`}
                column={column}
                kind={kind}
                onField={(field) => onCorrect(withField(overrides, sheet, column.heading, field))}
              />
            ))}
          </ul>
        )}
        <div className={styles.foot}>
          <PlaceLink place={place}>{t("pane.table.show")}</PlaceLink>
          {corrected && (
            <Button size="small" onClick={() => onCorrect(withKind(overrides, sheet, null))}>
              {t("pane.table.reset")}
            </Button>
          )}
        </div>
        {corrected && <Caption1 className={styles.quiet}>{t("pane.table.remembered")}</Caption1>}
      </AccordionPanel>
    </AccordionItem>
  );
}

interface ColumnProps {
  readonly column: RecognisedColumn;
  readonly kind: SheetKind;
  readonly onField: (field: string | null) => void;
}

function ColumnRow({ column, kind, onField }: ColumnProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const examples =
    column.examples.length === 0 ? t("pane.table.noExamples") : column.examples.join(t("pane.table.between"));
  const word = (field: string): string => {
    const key = `field.${field}`;
    return isPaneKey(key) ? t(key) : field;
  };
  return (
    <li className={styles.column}>
      <span className={styles.heading}>
        <span>{column.heading}</span>
        <Caption1 className={styles.examples} title={examples}>
          {examples}
        </Caption1>
      </span>
      <Select
        size="small"
        aria-label={t("pane.table.fieldOf", { heading: column.heading })}
        value={column.field ?? ""}
        onChange={(_, { value }) => onField(value === "" ? null : value)}
      >
        <option value="">{t("pane.table.noField")}</option>
        {SHEET_FIELDS[kind].map((field) => (
          <option key={field} value={field}>
            {word(field)}
          </option>
        ))}
      </Select>
    </li>
  );
}
