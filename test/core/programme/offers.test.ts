import { OFFERS, offerCost } from "../../../src/core/programme";

const offer = (id: string) => {
  const found = OFFERS.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

test("R23: 首单8折 means that 80% is paid, so that a fifth is given away", () => {
  expect(offer("firstOrderDiscount").payShare).toBe(0.8);
  expect(offerCost(offer("firstOrderDiscount"), 300)).toBeCloseTo(60, 10);
});

test("R23: companies are offered a demonstration and a solution, consumers a discount, a coupon and a trial", () => {
  const first = (side: string) =>
    OFFERS.filter((one) => one.stage === "firstOrder" && one.side === side).map(({ id }) => id);
  expect(first("business")).toEqual(["demoAndSolution"]);
  expect(first("consumer")).toEqual(["firstOrderDiscount", "thresholdCoupon", "freeTrial"]);
});

test("R23: a cost that nobody knows is no zero", () => {
  expect([offerCost(offer("freeTrial"), 300), offerCost(offer("firstOrderDiscount"), null)]).toEqual([
    null,
    null,
  ]);
});
