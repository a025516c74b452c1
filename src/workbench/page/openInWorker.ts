import { unpackModel, type BlockRows } from "../../app/worker/modelParcels";
import type { Locale } from "../../i18n";
import type { OpenedFile } from "../book/openFile";

export interface FileToOpen {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly locale: Locale;
}

/** From the worker to the page. */
export type FromOpener =
  /** Rows of a block of the model in the answer that follows. */
  | { readonly kind: "cells"; readonly part: BlockRows }
  /** The last message. */
  | { readonly kind: "opened"; readonly opened: OpenedFile }
  | { readonly kind: "failed"; readonly message: string };

/**
 * Takes a file of the user's apart beside the page, which goes on answering: a hundred thousand rows take some
 * seconds.
 *
 * @throws Error where the worker does not start, or fails on the file
 */
export async function openInWorker(file: FileToOpen): Promise<OpenedFile> {
  const worker = new Worker(new URL("./openFileWorker.ts", import.meta.url), { name: "tenure-opener" });
  try {
    return await new Promise<OpenedFile>((resolve, reject) => {
      const parts: BlockRows[] = [];
      worker.addEventListener("error", ({ message }) =>
        reject(new Error(message || "the file was not read")),
      );
      worker.addEventListener("message", ({ data }: MessageEvent<FromOpener>) => {
        if (data.kind === "cells") parts.push(data.part);
        else if (data.kind === "failed") reject(new Error(data.message));
        else if (data.opened.ok) resolve({ ...data.opened, model: unpackModel(data.opened.model, parts) });
        else resolve(data.opened);
      });
      worker.postMessage(file, [file.bytes.buffer as ArrayBuffer]);
    });
  } finally {
    worker.terminate();
  }
}
