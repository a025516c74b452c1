/** What the playbook lists, by id; every line has its words in both languages. */

/** Benefits by tier and side (R33). */
export const BENEFITS = [
  { id: "adviserHigh", tier: "high", side: "both" },
  { id: "customHigh", tier: "high", side: "business" },
  { id: "earlyHigh", tier: "high", side: "consumer" },
  { id: "salonHigh", tier: "high", side: "both" },
  { id: "pointsMedium", tier: "medium", side: "consumer" },
  { id: "newsMedium", tier: "medium", side: "both" },
  { id: "trainingMedium", tier: "medium", side: "business" },
  { id: "couponBasic", tier: "basic", side: "consumer" },
  { id: "newsBasic", tier: "basic", side: "business" },
] as const;

/** The service handbook, personal service with its privacy note, and what keeps staff (R24, R38, R86, R88). */
export const CHECKS = [
  { id: "limits", group: "handbook" },
  { id: "grades", group: "handbook" },
  { id: "escalation", group: "handbook" },
  { id: "wording", group: "handbook" },
  { id: "authority", group: "handbook" },
  { id: "records", group: "handbook" },
  { id: "handover", group: "handbook" },
  { id: "monthly", group: "handbook" },
  { id: "companies", group: "service" },
  { id: "steps", group: "service" },
  { id: "personal", group: "service" },
  { id: "beyond", group: "service" },
  { id: "oneStop", group: "service" },
  { id: "flexible", group: "service" },
  { id: "privacy", group: "service" },
  { id: "rightPeople", group: "staff" },
  { id: "wellBeing", group: "staff" },
  { id: "practice", group: "staff" },
  { id: "stay", group: "staff" },
] as const;

/** Wording to be avoided, and what to say (R39). */
export const PHRASES = ["dontKnow", "notMine", "cannot", "yourFault", "calmDown", "wait", "always"] as const;

/** Roles A to G of the complaint office (R91). */
export const ROLES = ["receive", "answer", "grade", "investigate", "settle", "followUp", "improve"] as const;

/** Phases of a product, early to late (R89). */
export const PRODUCT_PHASES = ["early", "middle", "late"] as const;
