import { Body1, Button, Card, makeStyles, Subtitle2 } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../../words/useWords";

const useStyles = makeStyles({
  heading: { margin: 0 },
  open: { alignSelf: "flex-start" },
});

/** Where there are no orders yet: what to bring, and a shop to try it with. */
export function SampleOffer({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Card appearance="outline">
      <Subtitle2 as="h3" className={styles.heading}>
        {t("pane.sample.title")}
      </Subtitle2>
      <Body1>{t("missingSheet.orders")}</Body1>
      <Body1>{t("pane.sample.what")}</Body1>
      <Button appearance="primary" className={styles.open} onClick={onOpen}>
        {t("pane.sample.open")}
      </Button>
    </Card>
  );
}
