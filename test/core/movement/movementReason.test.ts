import { movementReason, type CustomerState } from "../../../src/core/movement";
import type { TierId } from "../../../src/core/tiers";

const state = (
  tier: TierId,
  scores: CustomerState["scores"],
  raw: CustomerState["raw"] = [NaN, NaN, NaN],
): CustomerState => ({ tier, scores, raw });

test.each<{ name: string; before: CustomerState; after: CustomerState; reason: string }>([
  {
    name: "a fall with fewer orders behind a lower F is the customer's own",
    before: state("high", [5, 5, 5], [5, 9, 900]),
    after: state("medium", [5, 4, 5], [5, 6, 900]),
    reason: "ownChange",
  },
  {
    name: "a fall with a lower F while the orders stayed is drift",
    before: state("high", [5, 5, 5], [5, 9, 900]),
    after: state("medium", [5, 4, 5], [5, 9, 900]),
    reason: "rankDrift",
  },
  {
    name: "a fall with a lower F although the orders rose is drift",
    before: state("high", [5, 5, 5], [5, 9, 900]),
    after: state("medium", [5, 4, 5], [5, 10, 900]),
    reason: "rankDrift",
  },
  {
    name: "silence that costs a score R is the customer's own",
    before: state("high", [5, 5, 5], [5, 9, 900]),
    after: state("medium", [4, 5, 5], [36, 9, 900]),
    reason: "ownChange",
  },
  {
    name: "silence that costs no score is not: the others overtook",
    before: state("high", [4, 5, 5], [5, 9, 900]),
    after: state("medium", [4, 5, 5], [36, 9, 900]),
    reason: "rankDrift",
  },
  {
    name: "a rise with more spend behind a higher M is the customer's own",
    before: state("basic", [2, 2, 2], [50, 2, 100]),
    after: state("medium", [2, 2, 3], [50, 2, 260]),
    reason: "ownChange",
  },
  {
    name: "a rise of M while spend fell is drift: the others fell further",
    before: state("basic", [2, 2, 2], [50, 2, 100]),
    after: state("medium", [2, 2, 3], [50, 2, 90]),
    reason: "rankDrift",
  },
  {
    name: "a rise of R because the last order is nearer is the customer's own",
    before: state("basic", [2, 2, 2], [50, 2, 100]),
    after: state("medium", [3, 2, 2], [20, 2, 100]),
    reason: "ownChange",
  },
  {
    name: "equal scores, less spend: it ranks equal composites, so the fall is the customer's own",
    before: state("high", [4, 4, 4], [9, 5, 500]),
    after: state("medium", [4, 4, 4], [9, 5, 420]),
    reason: "ownChange",
  },
  {
    name: "equal scores, more spend, and yet a fall: drift",
    before: state("high", [4, 4, 4], [9, 5, 500]),
    after: state("medium", [4, 4, 4], [9, 5, 600]),
    reason: "rankDrift",
  },
  {
    name: "raw figures not known: a score that moved that way speaks",
    before: state("high", [5, 5, 5]),
    after: state("medium", [4, 5, 5]),
    reason: "ownChange",
  },
  {
    name: "raw figures not known and no score moved: drift",
    before: state("high", [5, 5, 5]),
    after: state("medium", [5, 5, 5]),
    reason: "rankDrift",
  },
  {
    name: "raw figures known at one date alone: the score speaks",
    before: state("high", [5, 5, 5]),
    after: state("medium", [5, 5, 4], [4, 9, 800]),
    reason: "ownChange",
  },
  {
    name: "a score that moved against the change does not explain it",
    before: state("high", [4, 5, 5], [30, 9, 900]),
    after: state("medium", [5, 5, 4], [2, 9, 900]),
    reason: "rankDrift",
  },
  {
    name: "out of the window is nobody else's doing",
    before: state("basic", [1, 1, 1], [360, 1, 50]),
    after: state("outsideWindow", [0, 0, 0], [390, 0, 0]),
    reason: "ownChange",
  },
  {
    name: "a first order is nobody else's doing",
    before: state("noOrder", [0, 0, 0]),
    after: state("basic", [5, 1, 1], [3, 1, 20]),
    reason: "ownChange",
  },
])("$name", ({ before, after, reason }) => {
  const places: TierId[] = ["high", "medium", "basic", "outsideWindow", "noOrder"];
  const rises = places.indexOf(after.tier) < places.indexOf(before.tier);
  expect(movementReason(before, after, rises)).toBe(reason);
});
