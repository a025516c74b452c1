import type { ReactNode } from "react";
import { PageFrame } from "../../shell/PageFrame";
import { useWords } from "../../words/useWords";

export function WhatIfPage(): ReactNode {
  const { t } = useWords();
  return <PageFrame title={t("pane.page.whatIf")}>{null}</PageFrame>;
}
