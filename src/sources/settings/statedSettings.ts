import type { Settings } from "../../core/settings";
import type { SourceOverrides } from "../overrides";
import type { SettingProblem } from "./settingProblem";

type Group = "weights" | "cuts" | "currency" | "service" | "prediction" | "programme";

/** Some of the settings: those that one file, sheet or command line states. */
export type SettingsPart = {
  readonly [K in keyof Settings]?: K extends Group ? Partial<Settings[K]> : Settings[K];
};

/** What a settings file or sheet says, and what in it could not be understood. */
export interface StatedSettings {
  readonly settings: SettingsPart;
  readonly overrides: SourceOverrides;
  readonly problems: readonly SettingProblem[];
}
