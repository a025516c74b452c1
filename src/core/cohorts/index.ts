export { cohortTable, type CohortPeriod } from "./cohortTable";
