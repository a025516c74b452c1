import type { RawSheet } from "../../core/tables";
import type { Analyst, AnalystInput } from "../analyst";
import { packError } from "./errorParcel";
import type { AnswerOf, ArgumentsOf, FromAnalyst, Line, Question, ToAnalyst } from "./messages";
import { packModel } from "./modelParcels";

type Ask = (id: number, given: readonly unknown[]) => Promise<unknown>;

/**
 * Lets an analyst answer the calls that come over a line: the worker's side.
 *
 * Calls run side by side, as they do in place; a `cancel` reaches a call under way when it next gives way.
 */
export function serveAnalyst(line: Line<FromAnalyst>, analyst: Analyst): void {
  /** Sheets of calls of `analyse` to come, the last one still without its head. */
  const coming = new Map<number, { sheets: RawSheet[]; rows: RawSheet["rows"][number][] }>();
  const comingFor = (id: number) => {
    const known = coming.get(id) ?? { sheets: [], rows: [] };
    coming.set(id, known);
    return known;
  };

  const plain =
    <Name extends Question>(name: Name): Ask =>
    (_, given) =>
      (analyst[name] as (...given: ArgumentsOf<Name>) => Promise<AnswerOf<Name>>)(
        ...(given as ArgumentsOf<Name>),
      );
  const asks: Readonly<Record<Question, Ask>> = {
    analyse: (id, [input]) => {
      const { sheets } = comingFor(id);
      coming.delete(id);
      const whole: AnalystInput = { ...(input as Omit<AnalystInput, "sheets">), sheets };
      return analyst.analyse(whole, (progress) => line.postMessage({ kind: "step", id, progress }));
    },
    report: async (id, given) => {
      const { model, words } = await analyst.report(...(given as ArgumentsOf<"report">));
      const { frame, parts } = packModel(model);
      for (const part of parts) line.postMessage({ kind: "cells", id, part });
      return { model: frame, words };
    },
    workbookFile: plain("workbookFile"),
    namedIn: plain("namedIn"),
    findCustomers: plain("findCustomers"),
    customer: plain("customer"),
    backtest: plain("backtest"),
    whatIf: plain("whatIf"),
  };

  async function answer(id: number, name: Question, given: readonly unknown[]): Promise<void> {
    try {
      const value = await asks[name](id, given);
      // The bytes of a file change hands instead of being copied.
      const transfer = value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [];
      line.postMessage({ kind: "answer", id, value }, { transfer });
    } catch (error) {
      line.postMessage({ kind: "failed", id, error: packError(error) });
    }
  }

  line.addEventListener("message", ({ data }) => {
    const message = data as ToAnalyst;
    switch (message.kind) {
      case "rows":
        for (const row of message.rows) comingFor(message.id).rows.push(row);
        return;
      case "sheet": {
        const known = comingFor(message.id);
        known.sheets.push({ ...message.head, rows: known.rows });
        known.rows = [];
        return;
      }
      case "forget":
        coming.delete(message.id);
        return;
      case "call":
        void answer(message.id, message.name, message.given);
        return;
      case "cancel":
        analyst.cancel();
        line.postMessage({ kind: "stopping" });
        return;
    }
  });
  line.postMessage({ kind: "ready" });
}
