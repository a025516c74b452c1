import { createHash } from "node:crypto";
import type { Analysis } from "../../src/core/analysis";
import { calendarDate, dayOf, serialOfDay } from "../../src/core/math/day";
import { normaliseId, type RawSheet } from "../../src/core/tables";
import { SAMPLE_SEED, sampleShop } from "../../src/sample";
import { SHOP_CHINESE } from "../../src/sample/shopChinese";
import { SHOP_ENGLISH } from "../../src/sample/shopEnglish";
import { keptOrders } from "../../src/sample/shopHistory";
import { SAMPLE_SHEETS, type SampleSheet, type ShopProfile } from "../../src/sample/shopProfile";
import { simulateShopping } from "../../src/sample/simulateShopping";
import { analysisOf } from "../support/analyseFiles";

const PROFILES = { "zh-CN": SHOP_CHINESE, en: SHOP_ENGLISH } as const;
const hash = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

function column(profile: ShopProfile, sheets: readonly RawSheet[], kind: SampleSheet, field: string) {
  const sheet = sheets.find(({ name }) => name === profile.sheets[kind]);
  const index = Object.keys(profile.headings[kind]).indexOf(field);
  return (sheet?.rows.slice(1) ?? []).map((row) => row[index] ?? null);
}

describe.each(["zh-CN", "en"] as const)("the sample shop in %s", (locale) => {
  const profile = PROFILES[locale];
  const sheets = sampleShop({ seed: SAMPLE_SEED, locale });
  let read: Analysis | undefined;
  const analysis = () => (read ??= analysisOf(sheets));

  test("the same seed gives the same sheets, another seed others", () => {
    expect(hash(sampleShop({ seed: SAMPLE_SEED, locale }))).toBe(hash(sheets));
    expect(hash(sampleShop({ seed: 1, locale }))).not.toBe(hash(sheets));
  });

  test("every sheet is there, with headings and rows of one width", () => {
    expect(sheets.map(({ name }) => name)).toEqual(SAMPLE_SHEETS.map((kind) => profile.sheets[kind]));
    for (const { rows } of sheets) {
      // The shop states four settings and seven modules of training; every other sheet has many rows.
      expect(rows.length).toBeGreaterThan(4);
      expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true);
    }
  });

  test("it has about a thousand customers and a few thousand orders", () => {
    const buyers = new Set(column(profile, sheets, "orders", "customerId").map(normaliseId));
    expect(buyers.size).toBeGreaterThan(900);
    expect(buyers.size).toBeLessThan(1_200);
    expect(column(profile, sheets, "orders", "orderId").length).toBeGreaterThan(4_000);
    expect(column(profile, sheets, "orders", "orderId").length).toBeLessThan(6_000);
  });

  test("every customer named anywhere is a customer of the shop", () => {
    const listed = new Set(column(profile, sheets, "customers", "customerId").map(normaliseId));
    const ordered = new Set(column(profile, sheets, "orders", "customerId").map(normaliseId));
    for (const kind of SAMPLE_SHEETS) {
      const field = kind === "events" ? "invited" : "customerId";
      if (!(field in profile.headings[kind])) continue;
      for (const id of column(profile, sheets, kind, field)) {
        if (id !== null) expect(listed.has(normaliseId(id)) || ordered.has(normaliseId(id))).toBe(true);
      }
    }
    const missing = [...ordered].filter((id) => id !== "" && !listed.has(id));
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.length).toBeLessThan(20);
  });

  test("R27: points of every member add up, and what expires is part of the balance", () => {
    const [earned, redeemed, expired, balance, expiring, expireOn] = (
      [
        "pointsEarned",
        "pointsRedeemed",
        "pointsExpired",
        "pointsBalance",
        "pointsExpiring",
        "pointsExpireOn",
      ] as const
    ).map((field) => column(profile, sheets, "customers", field));
    const members = column(profile, sheets, "customers", "memberId");
    const last = serialOfDay(dayOf(2025, 12, 31));
    members.forEach((member, row) => {
      if (member === null) {
        expect(balance?.[row]).toBeNull();
        return;
      }
      const sum = Number(redeemed?.[row]) + Number(expired?.[row]) + Number(balance?.[row]);
      expect(sum).toBe(earned?.[row]);
      expect(Number(expiring?.[row])).toBeLessThanOrEqual(Number(balance?.[row]));
      if (Number(balance?.[row]) > 0) expect(Number(expireOn?.[row])).toBeGreaterThanOrEqual(last);
    });
  });

  test("R20: the training sheet holds the brief's 30 lessons, done, late and to come", () => {
    const hours = column(profile, sheets, "training", "hours");
    expect(hours.reduce<number>((sum, lessons) => sum + Number(lessons), 0)).toBe(30);
    const plan = analysis().programme.plans.training;
    expect(plan).toMatchObject({ source: "sheet", lessons: 30, done: 22, overdue: 1 });
  });

  test("the shop's options are settings that a report knows", () => {
    const { settings } = analysis();
    expect(settings.programme).toMatchObject({
      startOn: dayOf(2025, 10, 8),
      pointsPerUnit: 1,
      pointValue: 0.01,
      ticketCost: profile.options.costOfTicket,
    });
  });

  test("referrers came before those they referred", () => {
    const ids = column(profile, sheets, "customers", "customerId");
    const referrers = column(profile, sheets, "customers", "referrerId");
    const referred = referrers.flatMap((referrer, index) =>
      referrer === null ? [] : [{ referrer, id: ids[index] }],
    );
    expect(referred.length).toBeGreaterThan(80);
    for (const { referrer, id } of referred) expect(String(referrer) < String(id)).toBe(true);
  });

  test("what people typed looks the way people type", () => {
    const dates = column(profile, sheets, "orders", "paidAt");
    for (const bad of profile.badDates) expect(dates).toContain(bad);
    const amounts = column(profile, sheets, "orders", "paid");
    for (const bad of profile.badAmounts) expect(amounts).toContain(bad);
    expect(amounts.filter((amount) => typeof amount === "string").length).toBeGreaterThan(
      profile.badAmounts.length,
    );
    expect(amounts.filter((amount) => typeof amount === "number" && amount < 0).length).toBe(4);
    expect(column(profile, sheets, "orders", "customerId").filter((id) => id === null).length).toBe(2);
  });
});

describe.each([
  ["zh-CN", SAMPLE_SEED],
  ["zh-CN", 1],
  ["zh-CN", 7],
  ["en", SAMPLE_SEED],
  ["en", 1],
  ["en", 7],
] as const)("the story of %s with seed %p", (locale, seed) => {
  const history = simulateShopping(PROFILES[locale], seed);
  const net = (year: number) =>
    history.shoppers
      .flatMap(keptOrders)
      .filter(({ day }) => calendarDate(day).year === year)
      .reduce((sum, { paid, refunded }) => sum + paid - refunded, 0);

  test("revenue grows modestly", () => {
    const growth = net(2025) / net(2024) - 1;
    expect(growth).toBeGreaterThan(0.02);
    expect(growth).toBeLessThan(0.25);
  });

  test("the best fifth of customers brings half to seven tenths of the revenue", () => {
    const spend = history.shoppers
      .map((shopper) =>
        keptOrders(shopper)
          .filter(({ day }) => calendarDate(day).year === 2025)
          .reduce((sum, { paid, refunded }) => sum + paid - refunded, 0),
      )
      .filter((amount) => amount > 0)
      .sort((a, b) => b - a);
    const best = spend.slice(0, Math.round(spend.length / 5)).reduce((sum, amount) => sum + amount, 0);
    expect(best / net(2025)).toBeGreaterThan(0.5);
    expect(best / net(2025)).toBeLessThan(0.7);
  });

  test("customers with a complaint come back less often", () => {
    const returned = (complained: boolean) => {
      const first = history.shoppers.filter(
        (shopper) => keptOrders(shopper).length > 0 && shopper.complaints.length > 0 === complained,
      );
      // After the complaint, or after the first order where there was none.
      const again = first.filter((shopper) => {
        const since = shopper.complaints.at(-1)?.createdAt ?? keptOrders(shopper)[0]?.createdAt ?? 0;
        return keptOrders(shopper).some(({ createdAt }) => createdAt > since + 86_400);
      });
      return again.length / first.length;
    };
    expect(returned(true)).toBeLessThan(returned(false));
  });

  test("orders are paid on their day and refunds never exceed them", () => {
    for (const order of history.orders) {
      expect(order.refunded).toBeLessThanOrEqual(order.paid);
      if (order.paidAt !== null) expect(Math.floor(order.paidAt / 86_400)).toBe(order.day);
    }
  });
});
