import { makeStyles, Title3, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../words/useWords";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalM },
});

/** Sign and name of the product, where no page of the pane stands. */
export function PaneTitle(): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={styles.head}>
      <img src="assets/icon-80.png" width={40} height={40} alt="" />
      <Title3 as="h1">{t("pane.title")}</Title3>
    </div>
  );
}
