import {
  Body1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  tokens,
  useAnnounce,
} from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import type { GenerateResult } from "../../../app/services";
import { Dated } from "../../words/Dated";
import { useWords } from "../../words/useWords";
import { QualitySummary } from "../../quality/QualitySummary";
import { SheetLinks } from "./SheetLinks";

const useStyles = makeStyles({
  result: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  heading: { margin: 0 },
  remarks: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
  },
});

/** What the new report says, where it stands, and what became of the rows it is made from. */
export function ReportResult({ result }: { readonly result: GenerateResult }): ReactNode {
  const styles = useStyles();
  const { t, format } = useWords();
  const { announce } = useAnnounce();
  const done = t("pane.result.done", {
    sheets: format.count(result.sheets.length),
    seconds: format.figure(result.seconds, 1),
  });

  useEffect(() => announce(done), [announce, done]);

  return (
    <div className={styles.result}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{done}</MessageBarTitle>{" "}
          <Dated
            text={t("pane.result.facts", {
              asOf: format.day(result.asOf),
              windowStart: format.day(result.windowStart),
              customers: format.count(result.customers),
              orders: format.count(result.orders),
              net: format.money(result.net, result.currency),
            })}
          />
        </MessageBarBody>
      </MessageBar>
      <Sentences title={t("pane.result.findings")} sentences={result.findings} none={null} />
      <Sentences
        title={t("pane.result.changes")}
        sentences={result.changes}
        none={t("pane.result.noChanges")}
      />
      <section className={styles.section}>
        <Subtitle2 as="h3" className={styles.heading}>
          {t("pane.report.sheets")}
        </Subtitle2>
        <Body1>{t("pane.result.next")}</Body1>
        <SheetLinks sheets={result.sheets} />
      </section>
      <Remarks result={result} />
      <QualitySummary quality={result.quality} />
    </div>
  );
}

interface SentencesProps {
  readonly title: string;
  readonly sentences: readonly string[];
  /** Said where there are none; null: the section is left out. */
  readonly none: string | null;
}

function Sentences({ title, sentences, none }: SentencesProps): ReactNode {
  const styles = useStyles();
  if (sentences.length === 0 && none === null) return null;
  return (
    <section className={styles.section}>
      <Subtitle2 as="h3" className={styles.heading}>
        {title}
      </Subtitle2>
      {sentences.length === 0 ? (
        <Body1>{none}</Body1>
      ) : (
        <ul className={styles.list}>
          {sentences.map((sentence) => (
            <li key={sentence}>
              <Dated text={sentence} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What became of people's own sheets and notes. */
function Remarks({ result }: { readonly result: GenerateResult }): ReactNode {
  const styles = useStyles();
  const { t, format } = useWords();
  const { renamed, keptNotes, orphanNotes, emptied } = result;
  const remarks = [
    ...renamed.map(({ wanted, name }) => t("pane.result.renamed", { wanted, name })),
    ...(keptNotes > 0 ? [t("pane.result.keptNotes", { count: format.count(keptNotes) })] : []),
    ...(orphanNotes > 0 ? [t("pane.result.orphanNotes", { count: format.count(orphanNotes) })] : []),
    ...(emptied.length > 0
      ? [
          t("pane.result.emptied", {
            names: emptied.map(({ name }) => name).reduce((first, next) => t("list.pair", { first, next })),
          }),
        ]
      : []),
  ];
  if (remarks.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody className={styles.remarks}>
        {remarks.map((remark) => (
          <span key={remark}>{remark}</span>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}
