import { type ReactNode } from "react";
import { AnalysisGate } from "../../session/AnalysisGate";
import { PageFrame } from "../../shell/PageFrame";
import { useInsightWords } from "../../words/useInsightWords";
import { Lens } from "./Lens";

/** One customer: whoever the selected row names, or whom the reader looks up. */
export function LensPage(): ReactNode {
  const { t, pane } = useInsightWords();
  return (
    <PageFrame title={pane("pane.page.customer")} lead={t("lens.lead")}>
      <AnalysisGate>{(facts) => <Lens facts={facts} />}</AnalysisGate>
    </PageFrame>
  );
}
