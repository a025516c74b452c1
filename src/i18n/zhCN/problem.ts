import type { problem as source } from "../en/problem";

export const problem: Record<keyof typeof source, string> = {};
