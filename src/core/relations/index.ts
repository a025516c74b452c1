export { relationType, type RelationFacts, type RelationTypeId } from "./relationType";
