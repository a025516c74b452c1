import { Body1, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FailureBar } from "../../failure/FailureBar";
import { FigureTable } from "../../plots/FigureTable";
import type { Preview } from "../../../functions/preview";
import { useAnswer } from "../../session/useAnswer";
import { useServices } from "../../session/useSession";
import { useInsightWords } from "../../words/useInsightWords";
import { useSettled } from "../../session/useSettled";
import { argumentValue, arrayCells, isRange, type FormulaFunction } from "./formulaText";

/** Rows that are read for a preview, and shown of it. */
const INPUT_ROWS = 2_000;
const SHOWN_ROWS = 6;
const SHOWN_COLUMNS = 12;
/** A reference is typed letter by letter; half of one is no mistake yet. */
const REST_MS = 300;

const useStyles = makeStyles({
  block: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly chosen: FormulaFunction;
  readonly written: Readonly<Record<string, string>>;
  readonly ready: boolean;
}

type Answer = Preview | { readonly sentence: string } | null;

/** What the formula would show, by the functions themselves; an error shows the sentence the cell would. */
export function FormulaPreview({ chosen, written, ready }: Props): ReactNode {
  const styles = useStyles();
  const { t, format } = useInsightWords();
  const services = useServices();
  const question = useSettled(JSON.stringify([chosen.id, written, ready]), REST_MS);
  const answer = useAnswer<Answer>(question, async () => {
    if (!ready) return null;
    const raw: unknown[] = [];
    for (const parameter of chosen.parameters) {
      const text = (written[parameter.name] ?? "").trim();
      if (text === "") raw.push(null);
      else if (isRange(parameter)) raw.push(arrayCells(text) ?? (await services.cellsOf(text, INPUT_ROWS)));
      else raw.push(argumentValue(text));
    }
    const { previewFunction } = await import("../../../functions/preview");
    try {
      return await previewFunction(chosen.id, raw);
    } catch (error) {
      return { sentence: error instanceof Error ? error.message : String(error) };
    }
  });
  return (
    <section className={styles.block} aria-live="polite">
      <Subtitle2 as="h3">{t("formulas.preview")}</Subtitle2>
      {(answer.status === "waiting" || (answer.status === "known" && answer.value === null)) && (
        <Body1 className={styles.quiet}>{t("formulas.previewNone")}</Body1>
      )}
      {answer.status === "failed" && <FailureBar error={answer.error} />}
      {answer.status === "known" && answer.value !== null && "sentence" in answer.value && (
        <Body1>{answer.value.sentence}</Body1>
      )}
      {answer.status === "known" && answer.value !== null && "cells" in answer.value && (
        <>
          <Spilled {...answer.value} />
          {answer.value.cells.length > 1 && (
            <Caption1 className={styles.quiet}>
              {t("formulas.previewRows", {
                rows: format.count(answer.value.cells.length),
                columns: format.count(answer.value.cells[0]?.length ?? 0),
                limit: format.count(INPUT_ROWS),
              })}
            </Caption1>
          )}
        </>
      )}
    </section>
  );
}

/** The first rows as the sheet would show them; one value stands by itself. */
function Spilled({ cells, headed }: Preview): ReactNode {
  const { t } = useInsightWords();
  const [first = [], ...others] = cells;
  const seen = (row: readonly unknown[]) => row.slice(0, SHOWN_COLUMNS).map(shown);
  if (first.length === 1 && others.length === 0) return <Body1>{shown(first[0])}</Body1>;
  const heads = headed || isHeadingRow(first, others);
  const body = (heads ? others : cells).slice(0, SHOWN_ROWS);
  if (body.every((row) => row.every((cell) => shown(cell) === "")))
    return <Body1>{t("formulas.previewBlank")}</Body1>;
  return (
    <FigureTable
      label={t("formulas.preview")}
      wholeNames
      heads={heads ? seen(first) : []}
      rows={body.map(seen)}
      textColumns={textColumns(body)}
    />
  );
}

/** Words above figures are headings; words above words may be the first answer. */
const isHeadingRow = (first: readonly unknown[], others: readonly (readonly unknown[])[]): boolean =>
  first.every((cell) => typeof cell === "string" && cell !== "") &&
  others.some((row) => row.some((cell) => typeof cell === "number"));

/** Columns that hold words: they are read from the left, figures from the right. */
const textColumns = (rows: readonly (readonly unknown[])[]): readonly number[] =>
  (rows[0] ?? []).flatMap((_, column) =>
    rows.some((row) => typeof row[column] === "string" && row[column] !== "") ? [column] : [],
  );

/** A cell in short: figures with a few decimals. */
function shown(cell: unknown): string {
  if (typeof cell === "number") return String(Math.round(cell * 1e4) / 1e4);
  return cell === null || cell === undefined ? "" : String(cell);
}
