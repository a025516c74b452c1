import { Body1, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { helpFolder } from "../../../commands/helpFolder";
import { useWords } from "../../words/useWords";
import { Section } from "./Section";

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** Which version this is, and what it does with people's data. */
export function About(): ReactNode {
  const styles = useStyles();
  const { t, locale } = useWords();
  return (
    <Section title={t("pane.about.title")}>
      <Body1>{t("pane.about.version", { version: __TENURE_VERSION__ })}</Body1>
      <Body1 className={styles.quiet}>{t("pane.about.privacy")}</Body1>
      <div>
        <Link href={`${helpFolder(locale)}/index.html`} target="_blank" rel="noopener">
          {t("pane.help")}
        </Link>
      </div>
    </Section>
  );
}
