import { Body1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Recognition } from "../../../app/services";
import { Dated } from "../../words/Dated";
import { useWords } from "../../words/useWords";
import { SheetLinks } from "./SheetLinks";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

/** A report that was in the workbook when it was opened. */
export function EarlierReport({
  report,
}: {
  readonly report: NonNullable<Recognition["report"]>;
}): ReactNode {
  const styles = useStyles();
  const { t, format } = useWords();
  return (
    <section className={styles.section}>
      <Body1>
        {report.asOf === null ? (
          t("pane.report.earlierUndated")
        ) : (
          <Dated text={t("pane.report.earlier", { asOf: format.day(report.asOf) })} />
        )}
      </Body1>
      <SheetLinks sheets={report.sheets} />
    </section>
  );
}
