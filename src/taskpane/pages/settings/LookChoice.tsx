import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Locale } from "../../../i18n";
import { LOOKS, type Look } from "../../look/looks";
import { usePreferences } from "../../preferences/usePreferences";
import { useWords } from "../../words/useWords";
import { Section } from "./Section";

const useStyles = makeStyles({
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
  },
  select: { minWidth: 0 },
});

/** Language and colours of the pane, kept on this machine. */
export function LookChoice(): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const [{ locale, look }, prefer] = usePreferences();
  return (
    <Section title={t("pane.look.title")} lead={t("pane.look.lead")}>
      <div className={styles.pair}>
        <Field label={t("pane.look.language")}>
          <Select
            className={styles.select}
            value={locale ?? ""}
            onChange={(_, { value }) => prefer({ locale: value === "" ? null : (value as Locale) })}
          >
            <option value="">{t("pane.look.asExcel")}</option>
            <option value="zh-CN">{t("pane.language.zh")}</option>
            <option value="en">{t("pane.language.en")}</option>
          </Select>
        </Field>
        <Field label={t("pane.look.colours")}>
          <Select
            className={styles.select}
            value={look}
            onChange={(_, { value }) => prefer({ look: value as Look })}
          >
            {LOOKS.map((id) => (
              <option key={id} value={id}>
                {t(id === "auto" ? "pane.look.asExcel" : `pane.look.${id}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </Section>
  );
}
