import type { SavedChoices, WhatIfChange } from "../../../app/services";
import { DEFAULT_SETTINGS } from "../../../core/settings";
import type { InsightKey } from "../../../i18n/insightWords";

/** A figure the reader may change: how it is shown, and between what it may lie, as shown. */
export interface Assumption {
  readonly id: string;
  readonly label: InsightKey;
  /** The figure with its unit. */
  readonly value: InsightKey;
  /** Changes carry their sign. */
  readonly signed: boolean;
  /** What the reader asks, or a rule of the shop's own that is changed more seldom. */
  readonly group: "question" | "rule";
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly shown: (change: WhatIfChange) => number;
  readonly with: (change: WhatIfChange, shown: number) => WhatIfChange;
}

const percent = (value: number) => Math.round(value * 1000) / 10;

export const ASSUMPTIONS: readonly Assumption[] = [
  {
    id: "retention",
    label: "whatIfPage.retention",
    value: "whatIfPage.points",
    signed: true,
    group: "question",
    least: -20,
    most: 20,
    step: 1,
    shown: ({ retentionPoints }) => percent(retentionPoints),
    with: (change, shown) => ({ ...change, retentionPoints: shown / 100 }),
  },
  {
    id: "cac",
    label: "whatIfPage.cac",
    value: "whatIfPage.percent",
    signed: true,
    group: "question",
    least: -90,
    most: 100,
    step: 5,
    shown: ({ cacChange }) => percent(cacChange),
    with: (change, shown) => ({ ...change, cacChange: shown / 100 }),
  },
  {
    id: "top",
    label: "whatIfPage.top",
    value: "whatIfPage.percent",
    signed: false,
    group: "rule",
    least: 1,
    most: 50,
    step: 1,
    shown: ({ topShare }) => percent(topShare),
    with: (change, shown) => ({ ...change, topShare: shown / 100 }),
  },
  {
    id: "bottom",
    label: "whatIfPage.bottom",
    value: "whatIfPage.percent",
    signed: false,
    group: "rule",
    least: 0,
    most: 50,
    step: 1,
    shown: ({ bottomShare }) => percent(bottomShare),
    with: (change, shown) => ({ ...change, bottomShare: shown / 100 }),
  },
  {
    id: "margin",
    label: "whatIfPage.margin",
    value: "whatIfPage.percent",
    signed: false,
    group: "question",
    least: 1,
    most: 100,
    step: 1,
    shown: ({ margin }) => percent(margin),
    with: (change, shown) => ({ ...change, margin: shown / 100 }),
  },
  ...(["r", "f", "m"] as const).map((part): Assumption => ({
    id: `weight.${part}`,
    label: `whatIfPage.weight.${part}`,
    value: "whatIfPage.times",
    signed: false,
    group: "rule",
    least: 0.5,
    most: 5,
    step: 0.5,
    shown: ({ weights }) => weights[part],
    with: (change, shown) => ({ ...change, weights: { ...change.weights, [part]: shown } }),
  })),
];

/** The brief's own questions first: five points of retention, a new customer 30 % cheaper; rules as they are. */
export function startingChange(choices: SavedChoices | null): WhatIfChange {
  const settings = choices?.settings ?? {};
  return {
    retentionPoints: 0.05,
    cacChange: -0.3,
    topShare: settings.topShare ?? DEFAULT_SETTINGS.topShare,
    bottomShare: settings.bottomShare ?? DEFAULT_SETTINGS.bottomShare,
    weights: { ...DEFAULT_SETTINGS.weights, ...settings.weights },
    margin: settings.prediction?.margin ?? DEFAULT_SETTINGS.prediction.margin,
  };
}
