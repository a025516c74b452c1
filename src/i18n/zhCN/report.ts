import type { report as source } from "../en/report";

export const report: Record<keyof typeof source, string> = {};
