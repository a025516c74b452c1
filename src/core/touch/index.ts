export { readTouches } from "./readTouches";
export { arrival, isDoneWithin, touchResponse } from "./touchResponse";
export type { TouchRecord } from "./types";
