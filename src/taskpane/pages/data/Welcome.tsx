import { Body1, Button, Card, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons/svg/shield-checkmark";
import type { ReactNode } from "react";
import { usePreferences } from "../../preferences/usePreferences";
import { useWords } from "../../words/useWords";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "flex-start", columnGap: tokens.spacingHorizontalS },
  heading: { margin: 0, flexGrow: 1 },
  close: { flexShrink: 0 },
  private: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: "16px", flexShrink: 0 },
});

/** The first time: what the add-in does, in two lines, and that nothing leaves this machine. */
export function Welcome(): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const [, prefer] = usePreferences();
  return (
    <Card appearance="filled-alternative" role="region" aria-label={t("pane.welcome.title")}>
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.heading}>
          {t("pane.welcome.title")}
        </Subtitle2>
        <Button
          className={styles.close}
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={t("pane.dismiss")}
          onClick={() => prefer({ welcomed: true })}
        />
      </div>
      <Body1>{t("pane.welcome.what")}</Body1>
      <Body1>{t("pane.welcome.how")}</Body1>
      <div className={styles.private}>
        <ShieldCheckmarkRegular className={styles.icon} />
        <Caption1>{t("pane.privacy")}</Caption1>
      </div>
    </Card>
  );
}
