export { maskContacts } from "./maskContacts";
export { MASK_KINDS, MASKED, maskText, type MaskKind } from "./maskText";
