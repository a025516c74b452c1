export { statedPriceSensitivity, statedRelationType, statedStrategic } from "./customerWords";
export {
  DEFAULT_RELATION_LIMITS,
  relationType,
  type RelationFacts,
  type RelationReason,
  type RelationReasonCode,
  type RelationType,
  type RelationTypeId,
} from "./relationType";
