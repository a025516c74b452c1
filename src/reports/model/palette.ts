/** Every colour of the report sheets, RRGGBB. One accent, greys, and status colours that never stand alone. */
export const PALETTE = {
  /** Fluent's communication blue: what matters. */
  accent: "0F6CBD",
  accentLight: "96C6FA",
  accentPale: "EBF3FC",
  ink: "242424",
  grey: "616161",
  greyMid: "8A8A8A",
  greyLine: "D1D1D1",
  greyLight: "E0E0E0",
  greyPale: "F5F5F5",
  white: "FFFFFF",
  /** Green and red of equal weight; told apart by lightness too, and always beside a word and a sign. */
  good: "0B6A0B",
  bad: "B10E1C",
  heatFrom: "FFFFFF",
  heatTo: "62ABF5",
} as const;

/** Tiers have three fixed shades of one hue; customers in no tier are grey. The same on every sheet and chart. */
export const TIER_COLORS = {
  high: "0C3B5E",
  medium: "2886DE",
  basic: "B4D6FA",
  outsideWindow: "BDBDBD",
  noOrder: "E0E0E0",
  "": "E0E0E0",
} as const;
