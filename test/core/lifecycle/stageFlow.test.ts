import { STAGE_IDS, stageFlow, type StageId } from "../../../src/core/lifecycle";

const at = (stage: Exclude<StageId, "">) => STAGE_IDS.indexOf(stage);

describe("R42: stageFlow", () => {
  test("counts, moves and arrivals add up", () => {
    const before: StageId[] = ["purchase", "purchase", "loyal", "awareness", ""];
    const now: StageId[] = ["loyal", "lapsed", "loyal", "purchase", "purchase"];
    const flow = stageFlow(before, now);
    const stage = (id: StageId) => flow.stages.find((entry) => entry.stage === id);
    expect(stage("purchase")).toEqual({ stage: "purchase", before: 2, now: 2, onward: 0.5 });
    expect(stage("awareness")).toMatchObject({ before: 1, now: 0, onward: 1 });
    expect(stage("affinity")).toMatchObject({ before: 0, now: 0, onward: null });
    expect(flow.moves[at("purchase")]?.[at("lapsed")]).toBe(1);
    expect(flow.arrived).toBe(1);
    expect(flow.moves.flat().reduce((sum, count) => sum + count, 0) + flow.arrived).toBe(now.length);
  });

  test.each<{ name: string; from: StageId; to: StageId; onward: number }>([
    { name: "going into support is no step onward", from: "purchase", to: "support", onward: 0 },
    { name: "coming back out of support is none", from: "support", to: "purchase", onward: 0 },
    { name: "winning back a lapsed customer is one", from: "lapsed", to: "purchase", onward: 1 },
    { name: "lapsing is none", from: "loyal", to: "lapsed", onward: 0 },
  ])("$name", ({ from, to, onward }) => {
    const flow = stageFlow([from], [to]);
    expect(flow.stages.find(({ stage }) => stage === from)?.onward).toBe(onward);
  });

  test("nobody gives zeros and no rates", () => {
    const flow = stageFlow([], []);
    expect(flow.stages.every(({ before, now, onward }) => before + now === 0 && onward === null)).toBe(true);
  });
});
