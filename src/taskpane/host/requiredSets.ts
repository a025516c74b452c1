/** Requirement sets the add-in cannot do without; the manifest asks for the same ones. */
export const REQUIRED_SETS = [
  { name: "SharedRuntime", version: "1.1" },
  { name: "CustomFunctionsRuntime", version: "1.2" },
  { name: "ExcelApi", version: "1.9" },
] as const;

/** Those this Excel lacks, as "ExcelApi 1.9": a sideloaded add-in opens in versions the manifest rules out. */
export function missingSets(isSupported: (name: string, version: string) => boolean): readonly string[] {
  return REQUIRED_SETS.filter(({ name, version }) => !isSupported(name, version)).map(
    ({ name, version }) => `${name} ${version}`,
  );
}
