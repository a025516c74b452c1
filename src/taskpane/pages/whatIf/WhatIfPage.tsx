import { type ReactNode } from "react";
import { AnalysisGate } from "../../session/AnalysisGate";
import { PageFrame } from "../../shell/PageFrame";
import { useInsightWords } from "../../words/useInsightWords";
import { WhatIf } from "./WhatIf";

/** Other figures and rules, and what would follow on the shop's own data. */
export function WhatIfPage(): ReactNode {
  const { t, pane } = useInsightWords();
  return (
    <PageFrame title={pane("pane.page.whatIf")} lead={t("whatIfPage.lead")}>
      <AnalysisGate>{(facts) => <WhatIf facts={facts} />}</AnalysisGate>
    </PageFrame>
  );
}
