/** Where a customer stands with the shop: stage, type of relation, and the reasons that orders alone can give. */
export const standing = {
  "stage.loyal": "Loyal",
  "stage.support": "In support",
  "stage.purchase": "Purchase",
  "stage.affinity": "Affinity",
  "stage.awareness": "Awareness",
  "stage.lapsed": "Lapsed",

  "relationType.transactional": "Transactional",
  "relationType.relational": "Relational",
  "relationType.strategic": "Strategic",
  "relationReason.revenueShare": "top tier with {share} of net spend (from {limit})",
  "relationReason.steadyOrders": "orders so far: {orders}, spread over {days} days (from {months} months)",
  "relationReason.fewOrders": "orders so far: {orders}, fewer than {limit}",
  "relationReason.shortHistory": "orders so far: {orders}, all within {days} days, less than {months} months",
  "relationReason.none": "no relation yet",
} as const;
