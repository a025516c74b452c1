import type { Stage } from "../../lifecycle/lifecycleStage";
import { isCompany, nextAction, type ActionRule } from "../../programme";
import type { PlacedInputs } from "./customerPlaces";

/** What to do for one customer next. */
export interface NextAction {
  readonly rule: ActionRule;
  /** The channel the customer wishes, in the sheet's words; "": the rule's. */
  readonly channel: string;
  /** "": the role of the rule. */
  readonly owner: string;
  /** A marketing action for somebody who did not agree to marketing: not to be done. */
  readonly blocked: boolean;
}

export function nextActionsOf(
  { rows, settings }: PlacedInputs,
  stages: readonly Stage[],
): readonly NextAction[] {
  const left = new Set(settings.programme.formerOwners);
  const rules = new Map<string, ActionRule>();
  return rows.map((row, place): NextAction => {
    const { stage, lapsed } = stages[place] ?? { stage: "" as const, lapsed: false };
    const { record, tier, openComplaint, consent } = row;
    const company = isCompany(row);
    // Few cases, many customers.
    const facts = `${stage} ${tier} ${lapsed} ${company} ${openComplaint}`;
    const rule = rules.get(facts) ?? nextAction({ stage, tier, lapsed, company, openComplaint });
    rules.set(facts, rule);
    return {
      rule,
      channel: record?.contactPreference ?? "",
      owner: left.has(record?.owner ?? "") ? "" : (record?.owner ?? ""),
      blocked: !consent && !rule.service,
    };
  });
}
