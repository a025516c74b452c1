import { Button } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import type { AnalysisFacts } from "../../app/services";
import { FailureBar } from "../failure/FailureBar";
import { useWords } from "../words/useWords";
import { TaskProgress } from "./TaskProgress";
import { useSession } from "./useSession";
import { useStore } from "./useStore";

interface Props {
  readonly children: (facts: AnalysisFacts) => ReactNode;
}

/**
 * For pages that speak of the analysis: makes it where none is at hand, shows how far it is, and draws its
 * children once it stands. Changed data or choices make it anew.
 */
export function AnalysisGate({ children }: Props): ReactNode {
  const { t, locale } = useWords();
  const { analysis, report } = useSession();
  const state = useStore(analysis);
  const reporting = useStore(report);
  const busy = reporting.status === "running";

  useEffect(() => {
    // A report on its way makes the analysis, too.
    if (!busy && state.status === "idle") void analysis.start(locale);
  }, [analysis, busy, locale, state.status]);

  if (busy) return <TaskProgress {...reporting} onCancel={report.cancel} />;
  switch (state.status) {
    case "idle":
      return <TaskProgress progress={null} cancelling={false} onCancel={analysis.cancel} />;
    case "running":
      return <TaskProgress {...state} onCancel={analysis.cancel} />;
    case "cancelled":
      return <Button onClick={() => void analysis.start(locale)}>{t("pane.analysis.again")}</Button>;
    case "failed":
      return <FailureBar error={state.error} onRetry={() => void analysis.start(locale)} />;
    case "done":
      return children(state.value);
  }
}
