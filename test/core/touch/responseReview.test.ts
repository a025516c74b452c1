import { dayOf } from "../../../src/core/math/day";
import { FEWEST_DELIVERIES, responseReview, type TouchRecord } from "../../../src/core/touch";
import type { TierId } from "../../../src/core/tiers";

const START = dayOf(2025, 1, 1);
const AS_OF = dayOf(2025, 12, 31);

const touch = (more: Partial<TouchRecord> = {}): TouchRecord => ({
  customerId: "a",
  customerKey: "a",
  plannedOn: null,
  doneOn: dayOf(2025, 6, 1),
  channel: "短信",
  campaign: "",
  delivered: true,
  responded: false,
  cost: null,
  owner: "",
  ...more,
});
const review = (touches: readonly TouchRecord[], tierOf: (key: string) => TierId = () => "high") =>
  responseReview(touches, tierOf, START, AS_OF);

describe("R4: response", () => {
  test("counts per touch and per customer, over what was delivered", () => {
    const { touches, customers } = review([
      touch(),
      touch({ responded: true }),
      touch({ customerKey: "b" }),
      touch({ customerKey: "c", delivered: false }),
      touch({ customerKey: "d", doneOn: null }),
    ]);
    expect(touches).toMatchObject({ delivered: 3, responded: 1 });
    expect(customers).toMatchObject({ delivered: 2, responded: 1, rate: 0.5 });
  });

  test("shows every month of the window, those without a touch too", () => {
    const { months } = review([touch({ responded: true }), touch({ doneOn: START - 1 })]);
    expect(months).toHaveLength(12);
    expect(months.map(({ delivered }) => delivered)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(months[0]?.rate).toBeNull();
    expect(months[5]?.rate).toBe(1);
  });
});

describe("R47: the channel mix", () => {
  test("one channel spelled two ways is one, shares are of touches made, costs of what is known", () => {
    const { channels } = review([
      touch({ channel: "ＳＭＳ", cost: 2 }),
      touch({ channel: "sms ", cost: null }),
      touch({ channel: "电话", delivered: false }),
      touch({ channel: "sms", cost: 3 }),
    ]);
    expect(
      channels.map(({ channel, made, share, cost, delivered }) => [channel, made, share, cost, delivered]),
    ).toEqual([
      ["ＳＭＳ", 3, 0.75, 5, 3],
      ["电话", 1, 0.25, null, 0],
    ]);
  });
});

describe("R18: response by tier and channel", () => {
  const many = (channel: string, delivered: number, responded: number) =>
    Array.from({ length: delivered }, (_, index) => touch({ channel, responded: index < responded }));

  test("the best channel of a tier is the one with the best rate", () => {
    const { tiers, channels } = review([...many("沙龙", 30, 12), ...many("短信", 60, 6)]);
    expect(tiers).toHaveLength(1);
    expect(channels[tiers[0]?.best ?? -1]?.channel).toBe("沙龙");
  });

  test("too few deliveries give no best channel, and a wide interval", () => {
    const { tiers } = review(many("沙龙", FEWEST_DELIVERIES - 1, 20));
    expect(tiers[0]?.best).toBeNull();
    expect(tiers[0]?.channels[0]?.interval).not.toBeNull();
  });

  test("people of no tier are in the total only", () => {
    const { tiers, touches } = review([touch()], () => "");
    expect(tiers).toEqual([]);
    expect(touches.delivered).toBe(1);
  });
});
