import { readFileSync, writeFileSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { functionMetadata, translated } from "../../src/functions/build/functionMetadata";
import { helpPages } from "../../src/functions/build/helpPages";
import { DEFINITIONS } from "../../src/functions/definitions";
import { builtFile, metadata } from "./excelHost";

const chinese = JSON.parse(builtFile("functions-zh-cn.json")) as typeof metadata;
const golden = join(__dirname, "../golden/functions.json");

/** The contract of design and workbooks: ids, order of the arguments, and which may be left out. */
const CONTRACT: Readonly<Record<string, string>> = {
  RFMSCORE: "customers, dates, amounts, [asOf], [orderIds], [options]",
  SCORE: "values, [bins], [higherIsBetter], [ties]",
  TIER: "scores, [topShare], [bottomShare], [labels], [lang]",
  SEGMENT: "r, f, m, [scheme], [lang]",
  CHURNRISK: "customers, dates, amounts, [asOf], [horizonDays], [options]",
  CLV: "customers, dates, amounts, [asOf], [months], [annualDiscount], [options]",
  MODELFIT: "customers, dates, amounts, [asOf], [model], [options]",
  BACKTEST: "customers, dates, amounts, [asOf], [horizonDays], [options]",
  FORECAST: "customers, dates, amounts, [asOf], [horizons], [options]",
  EXPLAIN: "customer, customers, dates, amounts, [asOf], [lang]",
  WINBACK: "customers, dates, amounts, [asOf], [months], [lang]",
  COHORT: "customers, dates, [period], [asOf]",
  LIFECYCLE: "customers, dates, amounts, [asOf], [options]",
  RELATIONTYPE: "customers, dates, amounts, [asOf], [options]",
  LOYALTY: "customers, dates, amounts, [asOf], [options]",
  MOVEMENT: "beforeCustomers, beforeTiers, afterCustomers, afterTiers, [lang]",
  NEXTTOUCH: "tiers, lastTouches, [asOf], [lang]",
  SLA: "started, finished, limitHours, [asOf], [calendar], [lang]",
  COMPLETENESS: "range, [kinds]",
  CHANNELS: "channels, spend, leads, newCustomers, revenue, [limit], [lang]",
  CROSSSELL: "customers, items, dates, [options]",
  KPI: "actual, baseline, target, [mode], [direction], [lang]",
  MASK: "text, kind",
};

test("ids and arguments are those of the contract", () => {
  const described = Object.fromEntries(
    metadata.functions.map(({ id, parameters }) => [
      id,
      parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", "),
    ]),
  );
  expect(described).toEqual(CONTRACT);
});

test("what is checked is what is described", () => {
  for (const { id, parameters } of metadata.functions) {
    const declared = DEFINITIONS[id as keyof typeof DEFINITIONS].parameters;
    expect(Object.keys(declared)).toEqual(parameters.map((parameter) => parameter.name));
    for (const { name, dimensionality } of parameters) {
      const takesRange = ["range", "words", "numbers", "options"].includes(declared[name]?.kind ?? "");
      expect({ id, name, matrix: dimensionality === "matrix" }).toEqual({ id, name, matrix: takesRange });
    }
  }
});

test("every value is of type any, so that error cells and blanks reach the function", () => {
  expect(metadata.allowErrorForDataTypeAny).toBe(true);
  for (const { parameters } of metadata.functions) {
    expect(new Set(parameters.map((parameter) => parameter.type))).toEqual(new Set(["any"]));
  }
});

test("the metadata of the release before is changed on purpose only", () => {
  const text = builtFile("functions.json");
  if (process.env["UPDATE_GOLDEN"] && !process.env["CI"]) writeFileSync(golden, text);
  expect(existsSync(golden)).toBe(true);
  expect(text).toBe(readFileSync(golden, "utf8"));
});

test("Chinese metadata differs in texts alone", () => {
  const withoutTexts = (source: typeof metadata) =>
    source.functions.map(({ description: _text, helpUrl: _page, parameters, ...entry }) => ({
      ...entry,
      parameters: parameters.map(({ description: _words, ...parameter }) => parameter),
    }));
  expect(withoutTexts(chinese)).toEqual(withoutTexts(metadata));
  for (const { description, parameters } of chinese.functions) {
    for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
      expect(text).toMatch(/[一-鿿].*。$/);
    }
  }
});

test("no id or name can be taken for a cell address", () => {
  for (const { id, name } of metadata.functions) {
    expect(name).toBe(id);
    expect(id).toMatch(/^[A-Z]{3,}$/);
    expect(id.length <= 3 && id <= "XFD").toBe(["KPI", "SLA", "CLV"].includes(id));
  }
});

test("functions.js stays below 60 kB on the wire, and holds no words of reports", () => {
  const bundle = builtFile("functions.js");
  expect(gzipSync(bundle).length).toBeLessThan(60_000);
  expect(bundle).not.toMatch(/react|Tenure 客户周期：/i);
});

describe("help pages", () => {
  const pages = [...metadata.functions, ...chinese.functions].map(
    ({ id, helpUrl }) => [id, helpUrl] as const,
  );

  test.each(pages)("%s: %s is there and names every argument", (id, helpUrl) => {
    const page = builtFile(new URL(helpUrl).pathname.slice(1));
    expect(page).toContain(`CRM.${id}`);
    for (const { name } of metadata.functions.find((entry) => entry.id === id)?.parameters ?? []) {
      expect(page).toContain(name);
    }
    expect(page).not.toMatch(/\{\w+\}|undefined|<script/);
  });

  test("every link of every page leads to a built file", () => {
    for (const page of [
      "help/index.html",
      "help/zh-cn/index.html",
      ...pages.map(([, url]) => new URL(url).pathname.slice(1)),
    ]) {
      const base = new URL(page, "https://addin.example.com/");
      for (const [, link] of builtFile(page).matchAll(/(?:href|src)="?([^" >]+)/g)) {
        expect(() => builtFile(new URL(link ?? "", base).pathname.slice(1))).not.toThrow();
      }
    }
  });
});

describe("the build stops", () => {
  const source = (text: string): string => {
    const file = join(mkdtempSync(join(tmpdir(), "tenure-")), "functions.ts");
    writeFileSync(file, text);
    return file;
  };
  const helpUrl = (id: string) => `https://addin.example.com/help/${id}.html`;
  const ADD = source(`/**
 * Adds.
 * @customfunction ADD
 * @param a First.
 * @param [b] Second.
 * @returns The sum.
 */
export function add(a: unknown, b?: unknown): unknown { return [a, b]; }`);

  test.each([
    ["a function without a translation", {}, /ADD has no translation/],
    [
      "an argument without a translation",
      { ADD: { description: "加。", parameters: { a: "一。" } } },
      /argument b of ADD has no translation/,
    ],
    [
      "a translation without a function",
      {
        ADD: { description: "加。", parameters: { a: "一。", b: "二。" } },
        SUB: { description: "减。", parameters: {} },
      },
      /SUB is translated but not declared/,
    ],
    [
      "a translation without an argument",
      { ADD: { description: "加。", parameters: { a: "一。", b: "二。", c: "三。" } } },
      /ADD has no argument c/,
    ],
  ])("on %s", async (_, texts, message) => {
    const english = await functionMetadata(ADD, helpUrl);
    expect(() => translated(english, texts, helpUrl)).toThrow(message);
  });

  test("on a function or argument without a description", async () => {
    const silent = source(`/**
 * Adds.
 * @customfunction ADD
 * @param a
 * @returns The sum.
 */
export function add(a: unknown): unknown { return a; }`);
    await expect(functionMetadata(silent, helpUrl)).rejects.toThrow(/argument a of ADD has no description/);
  });

  test("on a type the generator does not know", async () => {
    const odd = source(`/**
 * Adds.
 * @customfunction ADD
 * @param a First.
 * @returns The sum.
 */
export function add(a: Foo): unknown { return a; }`);
    await expect(functionMetadata(odd, helpUrl)).rejects.toThrow(/Foo|type/i);
  });

  test("on metadata that no definition stands behind, or with other arguments", async () => {
    const english = await functionMetadata(ADD, helpUrl);
    expect(() => helpPages(english, "en")).toThrow(/ADD is described but not defined/);
    const renamed = await functionMetadata(
      source(`/**
 * Masks.
 * @customfunction MASK
 * @param word The text.
 * @param kind What it is.
 * @returns The mask.
 */
export function mask(word: unknown, kind: unknown): unknown { return [word, kind]; }`),
      helpUrl,
    );
    expect(() => helpPages(renamed, "en")).toThrow(
      /MASK is described with \(word, kind\) but takes \(text, kind\)/,
    );
  });
});
