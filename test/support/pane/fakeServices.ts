import {
  AppProblem,
  type AppServices,
  type Recognition,
  type SavedChoices,
  type Watch,
} from "../../../src/app/services";
import type { Locale } from "../../../src/i18n";
import { dayOf } from "../../../src/core/math/day";
import { fakeColumn, fakeSelection } from "./fakeCells";
import { fakeBacktest, fakeHit, fakeLens, fakeWhatIf } from "./fakeInsight";
import { fakeResult } from "./fakeResult";

/**
 * What the fake workbook is like: a shop, or nothing at all; one where every long task fails; one that a co-author
 * changed after the report; one whose orders are few and begin late; one of whose customers no page can be drawn.
 */
export type FakeWorld = "shop" | "empty" | "failing" | "stale" | "young" | "crashing";

interface FakeOptions {
  readonly world: FakeWorld;
  readonly locale: Locale;
  /** Milliseconds a step takes; 0: at once. Infinity: the third step never ends, or the last where there are fewer. */
  readonly stepMs?: number;
}

const STEPS = ["read", "recognise", "analyse", "predict", "build", "write", "snapshot"] as const;

/** A workbook that exists on paper alone: answers of the right shape, for pictures and tests of the pane. */
export function fakeServices({ world, locale, stepMs = 0 }: FakeOptions): AppServices {
  let filled = world !== "empty";
  let choices: SavedChoices = { version: 1, overrides: { sheets: {}, columns: {} }, settings: {} };

  async function steps(count: number, watch: Watch): Promise<void> {
    for (const [index, step] of STEPS.slice(0, count).entries()) {
      const endless = stepMs === Infinity && index === Math.min(2, count - 1);
      watch.onStep({
        step,
        index: index + 1,
        of: count,
        done: index === 2 ? 412 : null,
        total: index === 2 ? 987 : null,
      });
      await new Promise<void>((resolve) => {
        if (!endless) setTimeout(resolve, Number.isFinite(stepMs) ? stepMs : 0);
        watch.signal.addEventListener("abort", () => resolve());
      });
      if (watch.signal.aborted) throw new AppProblem("cancelled");
    }
  }
  const failing = (): void => {
    if (world === "failing") {
      throw new AppProblem(
        "unforeseen",
        {},
        {},
        { retry: true, place: { sheet: locale === "zh-CN" ? "订单" : "Orders", address: "E7" } },
      );
    }
  };
  const nothing = { formulas: 0, places: [] };

  return {
    recognise: async (watch) => {
      // Where there is nothing, nothing takes long.
      if (filled) await steps(2, { ...watch, onStep: () => undefined });
      return filled ? shop(locale, choices) : { tables: [], missing: ["orders", "customers"], report: null };
    },
    openSample: async (_, watch) => {
      await steps(2, watch);
      filled = true;
      return shop(locale, choices);
    },
    generate: async (_, watch) => {
      await steps(7, watch);
      failing();
      return fakeResult(locale);
    },
    prepare: async (_, watch) => {
      await steps(4, watch);
      failing();
      return fakeResult(locale);
    },
    findCustomers: async () => [fakeHit(locale)],
    customer: async () => (world === "crashing" ? ({} as never) : fakeLens(locale)),
    selectedCustomer: async () => (world === "young" ? null : fakeHit(locale)),
    backtest: async () => ({
      ...fakeBacktest(locale),
      ...(world === "young" ? { cuts: [], gap: "tooShort" } : {}),
    }),
    whatIf: async (change) => ({
      ...fakeWhatIf(change),
      ...(world === "young"
        ? { retention: { status: "tooLittleData", days: 412 } as const, acquisition: null }
        : {}),
    }),
    selection: async () => fakeSelection(locale),
    cellsOf: async (address, limit) => fakeColumn(address).slice(0, limit),
    insertFormula: async () => ({ sheet: "Sheet1", address: "A1" }),
    goTo: async () => failing(),
    freezeFormulas: async (watch) => {
      await steps(1, watch);
      failing();
      return { formulas: 3, places: [{ sheet: locale === "zh-CN" ? "评分" : "Scores", address: "A2" }] };
    },
    restoreFormulas: async () => nothing,
    repairFormulas: async () => nothing,
    maskedCopy: async (_level, _options, watch) => {
      await steps(3, watch);
      return new Uint8Array([80, 75]);
    },
    loadChoices: async () => choices,
    saveChoices: async (wanted) => {
      failing();
      choices = wanted;
    },
    exportSettings: async () => JSON.stringify(choices.settings),
    importSettings: async (text) => ({ ...choices, settings: JSON.parse(text) }),
    watchStale: (report) => {
      if (world === "stale") report({ stale: true, remote: true });
      return () => undefined;
    },
    watchSelection: () => () => undefined,
  };
}

function shop(locale: Locale, choices: SavedChoices): Recognition {
  const zh = locale === "zh-CN";
  const orders = zh ? "订单" : "Orders";
  const customers = zh ? "客户档案" : "Customer records";
  const notes = zh ? "备忘" : "Notes";
  const said = (sheet: string) => choices.overrides.sheets[sheet];
  return {
    tables: [
      {
        key: orders,
        place: { sheet: orders, address: "A1:H1235" },
        kind: said(orders) === "ignore" ? null : "orders",
        ignored: said(orders) === "ignore",
        rows: 1_234,
        columns: (zh
          ? [
              ["订单编号", "orderId", ["SO-2025-000181", "SO-2025-000182"]],
              ["客户ID", "customerId", ["C0042", "C0107", "C0311"]],
              ["付款时间", "paidAt", ["2025-12-30 21:14", "2025-12-30 19:02"]],
              ["实付金额", "paid", ["328.00", "59.90", "1,280.00"]],
              ["退款", "refunded", ["0.00", "59.90"]],
              ["店员备注（内部使用，请勿外传）", null, ["周末送货", "老客户，赠品加一份"]],
            ]
          : [
              ["Order no.", "orderId", ["SO-2025-000181", "SO-2025-000182"]],
              ["Customer ID", "customerId", ["C0042", "C0107", "C0311"]],
              ["Paid at", "paidAt", ["2025-12-30 21:14", "2025-12-30 19:02"]],
              ["Amount paid", "paid", ["328.00", "59.90", "1,280.00"]],
              ["Refund", "refunded", ["0.00", "59.90"]],
              ["Remarks of the shop assistant (internal)", null, ["deliver at the weekend", "add a gift"]],
            ]
        ).map(([heading, field, examples]) => ({
          heading: heading as string,
          field: field as string | null,
          examples: examples as string[],
        })),
        questions: [
          {
            code: "ambiguousColumn",
            weight: "choice",
            file: "",
            sheet: orders,
            kind: "orders",
            field: "paidAt",
            candidates: zh ? ["付款时间", "支付时间"] : ["Paid at", "Payment time"],
            holes: {
              place: orders,
              columns: zh ? "付款时间、支付时间" : "Paid at, Payment time",
              chosen: "C",
            },
            terms: { field: ["field.paidAt"] },
          },
        ],
      },
      {
        key: customers,
        place: { sheet: customers, address: "A1:F988" },
        kind: "customers",
        ignored: false,
        rows: 987,
        columns: [{ heading: zh ? "客户ID" : "Customer ID", field: "customerId", examples: ["C0042"] }],
        questions: [],
      },
      {
        key: notes,
        place: { sheet: notes, address: "A1:B9" },
        kind: null,
        ignored: false,
        rows: 8,
        columns: [],
        questions: [],
      },
    ],
    missing: ["tickets", "touches", "surveys", "snapshots"],
    report: { sheets: fakeResult(locale).sheets.slice(0, 4), asOf: dayOf(2025, 11, 30) },
  };
}
