export { cohortTable, type CohortPeriod } from "./cohortTable";
export type { CohortTable } from "./types";
