import type { Stage } from "../../lifecycle/lifecycleStage";
import type { LoyalTests } from "../../loyalty/loyalTests";
import type { Loyalty } from "../../loyalty/loyaltyIndex";
import type { RelationType } from "../../relations";
import type { PlannedTouch, TouchCoverage } from "../../touch";
import { categoryTrendsOf, type CategoryTrends } from "./categoryTrends";
import { crossSellingOf, type CrossSelling } from "./crossSelling";
import { customOrders, discountShares, referralsBy, withPlaces } from "./customerPlaces";
import { customerTiesOf, type CustomerTies } from "./customerTies";
import { growthListsOf, type GrowthLists } from "./growthLists";
import type { ProgrammeSources } from "./inputs";
import { interactionsOf, type Interaction } from "./interactions";
import { stageMovesOf, stagesOf, type StageMoves } from "./lifecycleStages";
import { loyalTestsOf, loyaltyOf } from "./loyaltyColumns";
import { nextActionsOf, type NextAction } from "./nextActions";
import { relationTypesOf } from "./relationTypes";
import { touchListOf, type TouchPlanItem } from "./touchList";
import { touchColumnsOf, touchCoverageOf, touchPlanOf } from "./touchColumns";

/** Where every customer stands with the shop. What is by customer is in the order of `analysis.customers`. */
export interface Relationship extends CustomerTies, GrowthLists {
  readonly stages: readonly Stage[];
  /** null where the data begins too late to look back. */
  readonly moves: StageMoves | null;
  readonly relations: readonly RelationType[];
  readonly loyalty: readonly Loyalty[];
  readonly tests: readonly LoyalTests[];
  /** null: no rhythm; outside the window a customer belongs to win-back. */
  readonly touches: readonly (PlannedTouch | null)[];
  /** Those with a rhythm, in the order they are to be worked. */
  readonly touchPlan: readonly TouchPlanItem[];
  /** null without a touch sheet. */
  readonly coverage: TouchCoverage | null;
  readonly actions: readonly NextAction[];
  /** The latest things that happened with each customer, newest first; null with very many customers. */
  readonly interactions: readonly (readonly Interaction[])[] | null;
  /** null where no sheet says what was bought, like the next. */
  readonly crossSelling: CrossSelling | null;
  readonly trends: CategoryTrends | null;
}

/** Stages, types of relation, loyalty and what to do next, customer by customer. */
export function relationshipOf(inputs: ProgrammeSources): Relationship {
  const placed = withPlaces(inputs);
  const discountShare = discountShares(inputs);
  const referrals = referralsBy(placed, inputs.asOf);
  const stages = stagesOf(placed);
  const custom = customOrders(placed);
  const relations = relationTypesOf(placed, discountShare, custom);
  const tests = loyalTestsOf(placed, referrals);
  const columns = touchColumnsOf(placed);
  const touches = touchPlanOf(placed, relations, columns);
  const crossSelling = crossSellingOf(placed);
  const trends = categoryTrendsOf(inputs);
  return {
    stages,
    moves: stageMovesOf(placed, stages),
    relations,
    loyalty: loyaltyOf(placed, discountShare),
    tests,
    ...customerTiesOf(placed, referrals, discountShare, custom),
    touches,
    touchPlan: touchListOf(placed, touches, columns),
    coverage: touchCoverageOf(placed, touches, columns),
    actions: nextActionsOf(placed, stages),
    interactions: interactionsOf(placed),
    crossSelling,
    trends,
    ...growthListsOf(placed, { tests, touches: columns, trends, crossSelling }),
  };
}
