/** What a person may choose; "auto" follows Excel, and the system where Excel does not say. */
export const LOOKS = ["auto", "light", "dark", "contrast"] as const;
export type Look = (typeof LOOKS)[number];

/** What is drawn. */
export type DrawnLook = Exclude<Look, "auto">;

export interface LookFacts {
  readonly chosen: Look;
  /** What Excel's theme says; null: nothing. */
  readonly officeDark: boolean | null;
  readonly systemDark: boolean;
}

/** The choice, else Excel's theme, else the system's. */
export function drawnLook({ chosen, officeDark, systemDark }: LookFacts): DrawnLook {
  if (chosen !== "auto") return chosen;
  return (officeDark ?? systemDark) ? "dark" : "light";
}
