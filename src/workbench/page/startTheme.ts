export type Theme = "light" | "dark";

/** `?theme=` of the address, else what the system prefers. */
export function startTheme(search: string, prefersDark: boolean): Theme {
  const given = new URLSearchParams(search).get("theme");
  if (given === "dark" || given === "light") return given;
  return prefersDark ? "dark" : "light";
}
