import { type ReactNode } from "react";
import { AnalysisGate } from "../../session/AnalysisGate";
import { PageFrame } from "../../shell/PageFrame";
import { useInsightWords } from "../../words/useInsightWords";
import { Backtest } from "./Backtest";

/** Whether the predictions would have come true on the workbook's own past. */
export function BacktestPage(): ReactNode {
  const { t, pane } = useInsightWords();
  return (
    <PageFrame title={pane("pane.page.backtest")} lead={t("backtestPage.lead")}>
      <AnalysisGate>{() => <Backtest />}</AnalysisGate>
    </PageFrame>
  );
}
