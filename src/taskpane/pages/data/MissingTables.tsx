import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  Caption1,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { SheetKind } from "../../../core/tables";
import { useWords } from "../../words/useWords";

const useStyles = makeStyles({
  item: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  panel: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`, margin: 0 },
  list: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0 0`,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
  },
  entry: { display: "flex", flexDirection: "column" },
  brings: { color: tokens.colorNeutralForeground2 },
});

/** Tables the workbook lacks, each with what it would bring. */
export function MissingTables({ kinds }: { readonly kinds: readonly SheetKind[] }): ReactNode {
  const styles = useStyles();
  const { t, format } = useWords();
  // Without orders nothing works: that is said above, not offered as an extra.
  const extras = kinds.filter((kind) => kind !== "orders");
  if (extras.length === 0) return null;
  return (
    <Accordion collapsible>
      <AccordionItem value="missing" className={styles.item}>
        <AccordionHeader as="h3">
          {t("pane.data.missing", { count: format.count(extras.length) })}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <ul className={styles.list}>
            {extras.map((kind) => (
              <li key={kind} className={styles.entry}>
                <Body1>{t(`sheetKind.${kind}`)}</Body1>
                <Caption1 className={styles.brings}>{t(`missingSheet.${kind}`)}</Caption1>
              </li>
            ))}
          </ul>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
