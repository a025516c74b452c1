export {
  DEFAULT_RELATION_LIMITS,
  relationType,
  type RelationFacts,
  type RelationLimits,
  type RelationReason,
  type RelationReasonCode,
  type RelationType,
  type RelationTypeId,
} from "./relationType";
