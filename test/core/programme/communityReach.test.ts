import { dayOf } from "../../../src/core/math/day";
import { communityReach } from "../../../src/core/programme";
import { customerRow } from "../../support/customerRow";

const AS_OF = dayOf(2025, 12, 31);
const member = (id: string, lastDay: number | null, memberId = "M1") =>
  customerRow(id, { lastDay, record: { memberId } });
const none = () => null;

test.each([
  { name: "an order 89 days ago", row: member("a", AS_OF - 89), sign: null, active: 1 },
  { name: "an order 90 days ago", row: member("a", AS_OF - 90), sign: null, active: 0 },
  { name: "an answer today", row: member("a", null), sign: AS_OF, active: 1 },
  { name: "a visit yet to come", row: member("a", null), sign: AS_OF + 1, active: 0 },
  { name: "no sign at all", row: member("a", null), sign: null, active: 0 },
])("R11: a member with $name: active $active", ({ row, sign, active }) => {
  expect(communityReach([row], () => sign, AS_OF, 90)).toMatchObject({ members: 1, active, rate: active });
});

test("R11: customers without a member number are in no part", () => {
  const rows = [member("a", AS_OF), member("b", AS_OF, ""), customerRow("c", { lastDay: AS_OF })];
  expect(communityReach(rows, none, AS_OF, 90)).toMatchObject({ members: 1, active: 1 });
});

test("R11: without a member there is no rate", () => {
  expect(communityReach([], none, AS_OF, 90).rate).toBeNull();
});
