import type { ReactNode } from "react";
import { PageFrame } from "../../shell/PageFrame";
import { useWords } from "../../words/useWords";
import { About } from "./About";
import { FormulaCare } from "./FormulaCare";
import { LookChoice } from "./LookChoice";
import { MaskedCopy } from "./MaskedCopy";
import { SettingsFile } from "./SettingsFile";

/** What is set once, and what is needed now and then. */
export function SettingsPage(): ReactNode {
  const { t } = useWords();
  return (
    <PageFrame title={t("pane.page.settings")}>
      <LookChoice />
      <FormulaCare />
      <MaskedCopy />
      <SettingsFile />
      <About />
    </PageFrame>
  );
}
