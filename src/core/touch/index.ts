export { readTouches } from "./readTouches";
export { arrival, isDoneWithin, touchResponse } from "./touchResponse";
export type { ResponseCounts, TouchRecord, TouchResponse } from "./types";
