export { funnel } from "./funnel";
export { readLeads, type LeadStep } from "./readLeads";
