import { drawnLook } from "../../../src/taskpane/look/looks";

test.each([
  { name: "the choice wins", chosen: "light", officeDark: true, systemDark: true, drawn: "light" },
  {
    name: "high contrast is chosen",
    chosen: "contrast",
    officeDark: false,
    systemDark: false,
    drawn: "contrast",
  },
  { name: "Excel is dark", chosen: "auto", officeDark: true, systemDark: false, drawn: "dark" },
  {
    name: "Excel is light on a dark system",
    chosen: "auto",
    officeDark: false,
    systemDark: true,
    drawn: "light",
  },
  {
    name: "Excel does not say, the system is dark",
    chosen: "auto",
    officeDark: null,
    systemDark: true,
    drawn: "dark",
  },
  { name: "nobody says", chosen: "auto", officeDark: null, systemDark: false, drawn: "light" },
] as const)("$name", ({ drawn, ...facts }) => {
  expect(drawnLook(facts)).toBe(drawn);
});
