import type { Analysis } from "../../core/analysis";
import { formatDay } from "../../core/math/day";
import type { RelationReason, RelationType } from "../../core/relations";
import type { Translate } from "../../i18n";
import { withCapital } from "../../i18n/withCapital";
import type { Wording } from "../context";

/** Stage, relation and next action of one customer in words; "" for what is not known. */
export interface RelationWords {
  readonly stage: string;
  /** What the stage does not say by itself: being served, or silent, at a stage that hides it. */
  readonly stageFlags: string;
  readonly relation: string;
  readonly relationReasons: string;
  readonly action: string;
  readonly channel: string;
  readonly owner: string;
}

export function relationWords(
  { programme: { relationship }, settings }: Analysis,
  place: number,
  t: Translate,
  words: Pick<Wording, "list" | "percent" | "clauses">,
): RelationWords {
  const stage = relationship.stages[place];
  const relation = relationship.relations[place];
  const action = relationship.actions[place];
  const flags = [
    ...(stage?.inService && stage.stage !== "support" ? [t("stageFlag.inService")] : []),
    ...(stage?.lapsed && stage.stage !== "lapsed"
      ? [t("stageFlag.lapsed", { months: settings.winBackMonths })]
      : []),
  ];
  return {
    stage: stage === undefined || stage.stage === "" ? "" : t(`stage.${stage.stage}`),
    stageFlags: words.list(flags),
    relation: relationName(relation?.type ?? "", t),
    relationReasons: relation === undefined ? "" : reasonsInWords(relation, t, words),
    action: action === undefined ? "" : t(`action.${action.rule.action}`),
    channel:
      action === undefined
        ? ""
        : action.channel === ""
          ? t(`actionChannel.${action.rule.channel}`)
          : action.channel,
    owner:
      action === undefined ? "" : action.owner === "" ? t(`actionRole.${action.rule.role}`) : action.owner,
  };
}

/** 交易型 / 关系型 / 战略型; "" without a relation. */
export function relationName(type: RelationType["type"], t: Translate): string {
  return type === "" ? "" : t(`relationType.${type}`);
}

function reasonsInWords(
  { reasons, computed }: RelationType,
  t: Translate,
  words: Pick<Wording, "percent" | "clauses">,
): string {
  const none = t("relationReason.none");
  if (reasons.length === 0) return none;
  const sentence = ({ code, numbers }: RelationReason) => {
    const { share = 0, limit = 0, contractEnd = 0 } = numbers;
    const holes = {
      ...numbers,
      end: formatDay(contractEnd),
      share: words.percent(share),
      limit: code === "revenueShare" || code === "jointPlan" ? words.percent(limit) : limit,
      computed: computed === "" ? none : t(`relationType.${computed}`),
    };
    return t(`relationReason.${code}`, holes);
  };
  return withCapital(words.clauses(reasons.map(sentence)));
}
