import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { PlaceLink } from "../../places/PlaceLink";
import { useWords } from "../../words/useWords";
import { sheetGroups, type ReportSheet } from "./sheetGroups";

const useStyles = makeStyles({
  groups: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalXS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
});

/** The report's sheets by what they are for; each link opens one. */
export function SheetLinks({ sheets }: { readonly sheets: readonly ReportSheet[] }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const id = useId();
  return (
    <nav className={styles.groups} aria-label={t("pane.report.sheets")}>
      {sheetGroups(sheets).map((group) => (
        <div key={group.title}>
          <Caption1 block id={`${id}${group.title}`} className={styles.quiet}>
            {t(group.title)}
          </Caption1>
          <ul className={styles.list} aria-labelledby={`${id}${group.title}`}>
            {group.sheets.map((sheet) => (
              <li key={sheet.id}>
                <PlaceLink place={{ sheet: sheet.name, address: "A1" }}>{sheet.name}</PlaceLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
