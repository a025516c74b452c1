/** The pane's pages, in the order of the tabs: what a newcomer needs first comes first. */
export const PAGE_IDS = ["data", "report", "customer", "whatIf", "backtest", "formulas", "settings"] as const;
export type PageId = (typeof PAGE_IDS)[number];
