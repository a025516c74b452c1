import { dayOf, formatDay } from "../../../src/core/math/day";
import { contractChurn } from "../../../src/core/programme";
import { customerRow } from "../../support/customerRow";

const AS_OF = dayOf(2025, 12, 31);
const START = dayOf(2025, 1, 1);
const until = (day: number) => customerRow("a", { record: { contractEnd: formatDay(day) } });

test.each([
  { name: "ends on the as-of date: runs", day: AS_OF, ended: 0, running: 1 },
  { name: "ended the day before: lost", day: AS_OF - 1, ended: 1, running: 0 },
  { name: "ended on the window's first day: lost", day: START, ended: 1, running: 0 },
  { name: "ends next year: runs", day: AS_OF + 200, ended: 0, running: 1 },
])("R59: a contract that $name", ({ day, ended, running }) => {
  expect(contractChurn([until(day)], START, AS_OF)).toMatchObject({ ended, running, rate: ended });
});

test("R59: contracts over before the window, unreadable ends and no contract say nothing", () => {
  const rows = [until(START - 1), customerRow("b", { record: { contractEnd: "长期" } }), customerRow("c")];
  expect(contractChurn(rows, START, AS_OF)).toBeNull();
});
