import { dayOf } from "../../../src/core/math/day";
import { ownerChanges, satisfactionGrid } from "../../../src/core/programme";
import type { LatestAnswer } from "../../../src/core/surveys";
import type { TouchRecord } from "../../../src/core/touch";
import { customerRow } from "../../support/customerRow";

const AS_OF = dayOf(2025, 12, 31);

describe("R84: satisfactionGrid", () => {
  const answer = (ofTop: number | null): LatestAnswer => ({
    customerId: "a",
    customerKey: "a",
    satisfaction: ofTop === null ? null : { ofTop, ofRange: ofTop, on: null },
    recommend: null,
    trust: null,
    priceSensitivity: null,
    choosingTime: null,
    refusesRivals: null,
    walletShare: null,
  });
  const grid = (lastDay: number | null, ofTop: number | null | "none") =>
    satisfactionGrid(
      [customerRow("a", { lastDay })],
      new Map(ofTop === "none" ? [] : [["a", answer(ofTop)]]),
      AS_OF,
      3,
    ).map(({ active, lapsed }) => [active, lapsed]);

  test.each([
    {
      name: "4 of 5 is satisfied; exactly three months is lapsed",
      day: dayOf(2025, 9, 30),
      of: 0.8,
      expected: [
        [0, 1],
        [0, 0],
        [0, 0],
      ],
    },
    {
      name: "a day less is active",
      day: dayOf(2025, 10, 1),
      of: 0.8,
      expected: [
        [1, 0],
        [0, 0],
        [0, 0],
      ],
    },
    {
      name: "3 of 5 is not satisfied",
      day: AS_OF,
      of: 0.6,
      expected: [
        [0, 0],
        [1, 0],
        [0, 0],
      ],
    },
    {
      name: "a blank answer is not asked",
      day: AS_OF,
      of: null,
      expected: [
        [0, 0],
        [0, 0],
        [1, 0],
      ],
    },
    {
      name: "nobody asked",
      day: AS_OF,
      of: "none" as const,
      expected: [
        [0, 0],
        [0, 0],
        [1, 0],
      ],
    },
    {
      name: "who never bought is in none",
      day: null,
      of: 1,
      expected: [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    },
  ])("R84: $name", ({ day, of, expected }) => expect(grid(day, of)).toEqual(expected));

  test("R84: with nobody there is no rate", () => {
    expect(satisfactionGrid([], new Map(), AS_OF, 3)[0]).toMatchObject({ rate: null, interval: null });
  });
});

describe("R88: ownerChanges", () => {
  const touch = (customerKey: string, doneOn: number | null, owner: string): TouchRecord => ({
    customerId: customerKey,
    customerKey,
    plannedOn: null,
    doneOn,
    channel: "",
    campaign: "",
    delivered: null,
    responded: null,
    cost: null,
    owner,
  });

  test("R88: without two touches by somebody named nothing is known", () => {
    expect(ownerChanges([touch("a", AS_OF, "Li"), touch("b", AS_OF, "")], AS_OF)).toBeNull();
  });

  test("R88: each hand-over is a change, in the order of the days; the window is 365 days", () => {
    expect(
      ownerChanges(
        [
          touch("a", AS_OF, "Wu"),
          touch("a", AS_OF - 2, "Li"),
          touch("a", AS_OF - 1, ""),
          touch("a", AS_OF - 365, "Xu"),
          touch("b", AS_OF, "Li"),
          touch("b", AS_OF - 9, "Li"),
          touch("c", AS_OF, "Li"),
          touch("c", AS_OF - 364, "Wu"),
          touch("c", AS_OF + 1, "Xu"),
          touch("c", null, "Xu"),
        ],
        AS_OF,
      ),
    ).toEqual({
      customers: 3,
      changed: 2,
      list: [
        { customerKey: "a", changes: 1 },
        { customerKey: "c", changes: 1 },
      ],
    });
  });
});
