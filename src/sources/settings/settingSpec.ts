import type { z } from "zod";
import type { Settings } from "../../core/settings";

type Group = "weights" | "cuts" | "currency" | "service" | "prediction" | "programme";

/** "windowDays", "service.enquiryHours": a new setting does not compile until it has its line in `specs`. */
export type SettingPath =
  Exclude<keyof Settings, Group> | { [G in Group]: `${G}.${Extract<keyof Settings[G], string>}` }[Group];

export interface SettingSpec {
  /** What it is called in a settings sheet, besides its path and the path's last part. */
  readonly names: readonly string[];
  /** What may be written, as a reader is told it; no words of one language. */
  readonly allowed: string;
  readonly schema: z.ZodType;
}

/** One line for each of the settings named, or for each of a group: `programme.${string}`. */
export type SpecsOf<Path extends string> = Readonly<Record<Extract<SettingPath, Path>, SettingSpec>>;
