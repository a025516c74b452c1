import type { Analyst, AnalystInput } from "../analyst";
import { AppProblem, type StepProgress } from "../services";
import { unpackError } from "./errorParcel";
import type { AnswerOf, ArgumentsOf, FromAnalyst, Line, Question, ToAnalyst } from "./messages";
import { unpackModel, type BlockRows } from "./modelParcels";
import { rowParcels } from "./rowParcels";

/** The page's end of a line to an analyst elsewhere, who has said that it is ready. */
export interface RemoteEnd {
  readonly line: Line<ToAnalyst>;
  /** Ends the analyst whatever it is at; what it kept is gone. */
  readonly end: () => void;
  /** Calls back when it ended by itself. */
  readonly onDeath: (report: () => void) => void;
}

interface Surroundings {
  /** Told once that the analyst is gone and can answer no more. */
  readonly onGone: () => void;
  /** How long an analyst that was asked to stop may stay silent before it is ended. */
  readonly graceMs: number;
}

interface Waiting {
  readonly name: Question;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onStep: (progress: StepProgress) => void;
  /** Parcels of the answer to come. */
  readonly parts: BlockRows[];
}

/** What somebody waits for, and what `cancel` is for; the other answers take no time. */
const LONG: ReadonlySet<Question> = new Set(["analyse", "report", "workbookFile"]);

/** Asks an analyst at the other end of a line, and gives way to others between two parcels of rows. */
export function createRemoteAnalyst({ line, end, onDeath }: RemoteEnd, surroundings: Surroundings): Analyst {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let cancels = 0;
  let gone = false;
  let grace: ReturnType<typeof setTimeout> | null = null;

  function leave(error: (name: Question) => Error): void {
    if (gone) return;
    gone = true;
    for (const { name, reject } of waiting.values()) reject(error(name));
    waiting.clear();
    surroundings.onGone();
  }

  onDeath(() => leave(stopped));
  line.addEventListener("message", ({ data }) => {
    const message = data as FromAnalyst;
    if (message.kind === "stopping" && grace !== null) {
      clearTimeout(grace);
      grace = null;
    }
    if (message.kind === "ready" || message.kind === "stopping") return;
    const call = waiting.get(message.id);
    // Nobody waits for what was cancelled.
    if (call === undefined) return;
    switch (message.kind) {
      case "step":
        return call.onStep(message.progress);
      case "cells":
        call.parts.push(message.part);
        return;
      case "answer":
        waiting.delete(message.id);
        return call.resolve(call.name === "report" ? whole(message.value, call.parts) : message.value);
      case "failed":
        waiting.delete(message.id);
        return call.reject(unpackError(message.error));
    }
  });

  function ask<Name extends Question>(
    name: Name,
    given: readonly unknown[],
    id = ++calls,
    onStep: Waiting["onStep"] = () => undefined,
  ): Promise<AnswerOf<Name>> {
    if (gone) return Promise.reject(stopped());
    return new Promise((resolve, reject) => {
      waiting.set(id, { name, resolve: resolve as Waiting["resolve"], reject, onStep, parts: [] });
      line.postMessage({ kind: "call", id, name, given });
    });
  }
  const plain =
    <Name extends Question>(name: Name) =>
    (...given: ArgumentsOf<Name>): Promise<AnswerOf<Name>> =>
      ask(name, given);

  return {
    async analyse({ sheets, ...rest }: AnalystInput, onStep) {
      const id = ++calls;
      const begun = cancels;
      for (const { rows, ...head } of sheets) {
        for (const parcel of rowParcels(rows)) {
          line.postMessage({ kind: "rows", id, rows: parcel });
          await new Promise<void>((resume) => setTimeout(resume, 0));
          if (gone) throw stopped();
          if (cancels === begun) continue;
          line.postMessage({ kind: "forget", id });
          throw new AppProblem("cancelled");
        }
        line.postMessage({ kind: "sheet", id, head });
      }
      return ask("analyse", [rest], id, onStep);
    },
    report: plain("report"),
    workbookFile: plain("workbookFile"),
    namedIn: plain("namedIn"),
    findCustomers: plain("findCustomers"),
    customer: plain("customer"),
    backtest: plain("backtest"),
    whatIf: plain("whatIf"),
    cancel() {
      cancels++;
      if (gone) return;
      let asked = false;
      for (const [id, { name, reject }] of waiting) {
        if (!LONG.has(name)) continue;
        waiting.delete(id);
        reject(new AppProblem("cancelled"));
        asked = true;
      }
      if (!asked) return;
      line.postMessage({ kind: "cancel" });
      grace ??= setTimeout(() => {
        end();
        leave(stopped);
      }, surroundings.graceMs);
    },
  };
}

function whole(value: unknown, parts: readonly BlockRows[]): AnswerOf<"report"> {
  const { model, words } = value as AnswerOf<"report">;
  return { model: unpackModel(model, parts), words };
}

const stopped = (): AppProblem => new AppProblem("analysisStopped", {}, {}, { retry: true });
