import type { CustomerLens } from "../../../src/app/services";
import { insightTranslator } from "../../../src/i18n/insightWords";
import { paneTranslator } from "../../../src/i18n/paneWords";
import type { Locale } from "../../../src/i18n";
import { lensText } from "../../../src/taskpane/pages/lens/lensText";
import { createFormats } from "../../../src/taskpane/words/formats";
import { fakeLens } from "../../support/pane/fakeInsight";

const words = (locale: Locale) => ({
  t: insightTranslator(locale),
  pane: paneTranslator(locale),
  format: createFormats(locale),
});
const copied = (change: Partial<CustomerLens> = {}, locale: Locale = "en"): string =>
  lensText({ ...fakeLens(locale), ...change }, "CNY", words(locale));

test("the copied text says all that the card says: risk, what to do and why, relation, loyalty, figures", () => {
  expect(copied().split("\n").slice(0, 22)).toEqual([
    "Jane Whitfield · C0042 · High value",
    "An open complaint: settle it before anything else.",
    "No consent: do not contact for marketing.",
    "",
    "Churn risk in 90 days: 38.2% high band ▲",
    "- 90% interval 29.0% to 48.4%",
    "- Buys every 24 days on average and has not for 43; one complaint in half a year.",
    "- Bands rank customers among themselves, whatever the figure.",
    "- Half of such customers have ordered again within 37 days.",
    "- Risk so far: 2025-10-31 16.0% → 2025-11-30 21.0%",
    "",
    "Next action",
    "- To do: One-to-one visit (Meeting in person, Li).",
    "- Why: stage Loyal, tier High value.",
    "- This is marketing: ask for consent before you do it.",
    "- Routine touch: Personal service visit, due 2026-01-03.",
    "",
    "Relationship",
    "- Stage: Loyal.",
    "- Relation: Relational – 14 orders over 320 days (from 6 months).",
    "- Loyalty 61 of 100, from the 3 of 4 parts that are known.",
    "- Comes back: 86 of 100",
  ]);
});

test("loyalty is said once", () => {
  expect(copied().match(/Loyalty/g)).toHaveLength(1);
});

test("Chinese text has Chinese punctuation", () => {
  const text = copied({}, "zh-CN");
  expect(text).toContain("90 天内流失风险：38.2% 高风险档 ▲");
  expect(text).toContain("· 信任：50 分（按行为推断）");
  expect(text).not.toMatch(/[:;()]|,(?!\d)/);
});

test.each<{ readonly name: string; readonly change: Partial<CustomerLens>; readonly absent: RegExp }>([
  {
    name: "no relation",
    change: { loyalty: null, relation: blank() },
    absent: /Relationship|To do|Why:/,
  },
  { name: "fixed limits of the bands", change: { risk: fixed() }, absent: /among themselves/ },
  {
    name: "no warnings",
    change: { consent: true, openComplaint: false },
    absent: /No consent|complaint: settle/,
  },
])("$name: nothing is said of it", ({ change, absent }) => {
  expect(copied(change)).not.toMatch(absent);
});

test("a risk nobody can tell is said to be one", () => {
  expect(copied({ risk: null })).toContain("No risk can be told: no valid order.");
});

function blank(): CustomerLens["relation"] {
  const { relation } = fakeLens("en");
  return {
    ...relation,
    stage: "",
    relation: "",
    relationReasons: "",
    action: "",
    actionReasons: [],
    actionNeedsConsent: false,
  };
}

function fixed(): CustomerLens["risk"] {
  const { risk } = fakeLens("en");
  return risk && { ...risk, bandBasis: "fixed" };
}
