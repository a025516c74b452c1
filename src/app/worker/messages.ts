import type { Cell, RawSheet } from "../../core/tables";
import type { Analyst } from "../analyst";
import type { StepProgress } from "../services";
import type { BlockRows } from "./modelParcels";
import type { ErrorParcel } from "./errorParcel";

/** What an analyst elsewhere can be asked; to cancel is no question, it has no answer. */
export type Question = Exclude<keyof Analyst, "cancel">;

export type ArgumentsOf<Name extends Question> = Parameters<Analyst[Name]>;
export type AnswerOf<Name extends Question> = Awaited<ReturnType<Analyst[Name]>>;

/** A sheet without its rows, which come before it in parcels. */
export type SheetHead = Omit<RawSheet, "rows">;

/** From the page to the analyst. Calls are answered by their id, in any order. */
export type ToAnalyst =
  /** Rows of the next `sheet` of a call of `analyse` to come. */
  | { readonly kind: "rows"; readonly id: number; readonly rows: readonly (readonly Cell[])[] }
  /** Ends a sheet. */
  | { readonly kind: "sheet"; readonly id: number; readonly head: SheetHead }
  /** The call that the sheets were sent for will not come. */
  | { readonly kind: "forget"; readonly id: number }
  | {
      readonly kind: "call";
      readonly id: number;
      readonly name: Question;
      readonly given: readonly unknown[];
    }
  | { readonly kind: "cancel" };

/** From the analyst to the page. */
export type FromAnalyst =
  /** The first message: scripts are there, calls are heard. */
  | { readonly kind: "ready" }
  | { readonly kind: "step"; readonly id: number; readonly progress: StepProgress }
  /** Rows of a block of the model in the answer that follows. */
  | { readonly kind: "cells"; readonly id: number; readonly part: BlockRows }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly error: ErrorParcel }
  /** To `cancel`: the analyst hears, and stops what it is at. */
  | { readonly kind: "stopping" };

/** One end of a line over which structured data goes: a worker, its own scope, or a message port. */
export interface Line<Out> {
  postMessage(message: Out, options?: { readonly transfer: ArrayBuffer[] }): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}
