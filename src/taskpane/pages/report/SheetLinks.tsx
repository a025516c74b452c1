import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { PlaceLink } from "../../places/PlaceLink";
import { useWords } from "../../words/useWords";

const useStyles = makeStyles({
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

interface Props {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
}

/** The report's sheets; each link opens one. */
export function SheetLinks({ sheets }: Props): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <ul className={styles.list} aria-label={t("pane.report.sheets")}>
      {sheets.map(({ id, name }) => (
        <li key={id}>
          <PlaceLink place={{ sheet: name, address: "A1" }}>{name}</PlaceLink>
        </li>
      ))}
    </ul>
  );
}
