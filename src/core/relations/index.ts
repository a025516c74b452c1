export { statedPriceSensitivity, statedRelationType, statedStrategic } from "./customerWords";
export {
  relationType,
  type RelationFacts,
  type RelationReason,
  type RelationType,
  type RelationTypeId,
} from "./relationType";
