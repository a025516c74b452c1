import type { lists as source } from "../en/lists";

export const lists: Record<keyof typeof source, string> = {};
