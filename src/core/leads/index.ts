export { funnel, type Funnel } from "./funnel";
export { readLeads, type LeadStep } from "./readLeads";
