import type { Analysis } from "../../../core/analysis";
import type { KpiResult } from "../../../core/kpi";
import type { ReportContext } from "../../context";
import { kpiFigure } from "../kpiText";
import { alertFinding } from "../riskAlerts";
import { ratioChange, signedPercent } from "./ratioChange";

const FINDINGS_NAMED = 3;

/** Two to four sentences, each made from the figures below it. */
export function findings(analysis: Analysis, context: ReportContext): readonly string[] {
  const { t, words } = context;
  const { totals, lists } = analysis;
  if (totals.orders === 0) return [t("kpiBoard.noOrders")];
  const sentences: string[] = [];
  const change = ratioChange(totals.net, totals.previousNet);
  sentences.push(
    words.sentences([
      t(change === null ? "kpiBoard.findingNet" : "kpiBoard.findingNetChange", {
        days: analysis.settings.windowDays,
        net: words.money(totals.net),
        orders: words.count(totals.orders),
        buyers: words.count(totals.buyers),
        change: change === null ? "" : signedPercent(change, context),
      }),
      highShare(analysis, context),
    ]),
  );
  // A benchmark that the plan quotes is not a target anybody set.
  const judged = analysis.kpis.filter(
    ({ status, targetSource }) => (status === "met" || status === "notMet") && targetSource !== "benchmark",
  );
  const missed = judged
    .filter(({ status }) => status === "notMet")
    .sort((a, b) => shortfall(b) - shortfall(a));
  if (judged.length > 0) {
    const named = missed.slice(0, FINDINGS_NAMED).map((kpi) =>
      t("kpiBoard.findingMissed", {
        name: t(`kpi.${kpi.id}`),
        value: kpiFigure(kpi.value ?? 0, kpi.unit, context),
        target: kpiFigure(kpi.targetValue ?? 0, kpi.unit, context),
      }),
    );
    const benchmarks = analysis.kpis.filter(
      ({ status, targetSource }) => status === "notMet" && targetSource === "benchmark",
    ).length;
    sentences.push(
      words.sentences([
        t(
          missed.length === 0
            ? "kpiBoard.findingAllMet"
            : missed.length > FINDINGS_NAMED
              ? "kpiBoard.findingTargetsMore"
              : "kpiBoard.findingTargets",
          {
            judged: judged.length,
            met: judged.length - missed.length,
            names: words.list(named),
            more: missed.length - FINDINGS_NAMED,
          },
        ),
        benchmarks > 0 ? t("kpiBoard.findingBenchmarks", { benchmarks }) : "",
      ]),
    );
  }
  const due = lists.winBack.filter(({ state }) => state === "due");
  const overdue = lists.unpaidReminders.filter(({ state }) => state === "overdue").length;
  const actions: string[] = [];
  if (due.length > 0)
    actions.push(
      t("kpiBoard.findingWinBack", {
        customers: words.count(due.length),
        value: words.money(due.reduce((sum, item) => sum + item.valueAtRisk, 0)),
        months: analysis.settings.winBackMonths,
      }),
    );
  if (lists.unpaidReminders.length > 0)
    actions.push(
      t(overdue === 0 ? "kpiBoard.findingUnpaidInTime" : "kpiBoard.findingUnpaid", {
        orders: words.count(lists.unpaidReminders.length),
        overdue: words.count(overdue),
        hours: analysis.settings.unpaidHours,
      }),
    );
  if (lists.riskAlerts.length > 0) actions.push(alertFinding(analysis, context));
  if (actions.length > 0) sentences.push(words.sentences(actions));
  return sentences;
}

function highShare(analysis: Analysis, { t, words }: ReportContext): string {
  const high = analysis.portraits.find(({ tier }) => tier === "high");
  if (!high || high.customerShare === null || high.netShare === null || high.customers === 0) return "";
  return t("kpiBoard.findingHigh", {
    customers: words.percent(high.customerShare),
    net: words.percent(high.netShare),
  });
}

/** How far a KPI is from its target, as a share of the target: the farthest is named first. */
const shortfall = ({ gap, targetValue }: KpiResult) => Math.abs((gap ?? 0) / (targetValue || 1));
