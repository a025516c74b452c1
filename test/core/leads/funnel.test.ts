import { funnel, readLeads, type LeadStep } from "../../../src/core/leads";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { tableOf } from "../../support/tableOf";

const step = (leadKey: string, stage: string, enteredAt: number, more: Partial<LeadStep> = {}): LeadStep => ({
  leadKey,
  customerKey: "",
  stage,
  enteredAt,
  channel: "",
  outcome: "open",
  ...more,
});

describe("funnel", () => {
  const steps = [
    step("a", "visit", 1),
    step("a", "offer", 2),
    step("a", "order", 3, { outcome: "won" }),
    step("b", "visit", 1),
    step("b", "offer", 5, { outcome: "lost" }),
    step("c", "visit", 2),
    step("d", "visit", 2),
  ];

  test("stages follow the leads' own paths and counts never rise", () => {
    const { stages, leads, won, lost, winRate } = funnel(steps);
    expect(stages).toEqual([
      { stage: "visit", reached: 4, waiting: 2, conversion: null },
      { stage: "offer", reached: 2, waiting: 0, conversion: 0.5 },
      { stage: "order", reached: 1, waiting: 0, conversion: 0.5 },
    ]);
    expect({ leads, won, lost, winRate }).toEqual({ leads: 4, won: 1, lost: 1, winRate: 0.5 });
  });

  test("a skipped stage counts as passed", () => {
    const { stages } = funnel([...steps, step("e", "visit", 1), step("e", "order", 2)]);
    expect(stages.map(({ reached }) => reached)).toEqual([5, 3, 2]);
  });

  test("rows in any order give the same funnel", () => {
    expect(funnel(steps.toReversed()).stages).toEqual(funnel(steps).stages);
  });

  test("no leads, no funnel", () => {
    expect(funnel([])).toEqual({ leads: 0, won: 0, lost: 0, winRate: null, stages: [] });
  });
});

test("readLeads names rows without a stage or a lead", () => {
  const { steps, problems } = readLeads(
    [
      tableOf(
        "leads",
        ["leadId", "stage", "enteredAt", "outcome"],
        [
          ["L1", "意向", "2025-01-02", "赢单"],
          ["L2", null, "2025-01-02", null],
          [null, "意向", "2025-01-02", null],
        ],
      ),
    ],
    DEFAULT_SETTINGS,
  );
  expect(steps.map(({ leadKey, outcome }) => [leadKey, outcome])).toEqual([["L1", "won"]]);
  expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual([
    [3, "stage", "missingValue"],
    [4, "leadId", "missingValue"],
  ]);
});
