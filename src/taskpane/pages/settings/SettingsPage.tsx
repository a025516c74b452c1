import type { ReactNode } from "react";
import { PageFrame } from "../../shell/PageFrame";
import { useWords } from "../../words/useWords";

export function SettingsPage(): ReactNode {
  const { t } = useWords();
  return <PageFrame title={t("pane.page.settings")}>{null}</PageFrame>;
}
