import { packModel } from "../../app/worker/modelParcels";
import { openFile } from "../book/openFile";
import type { FileToOpen, FromOpener } from "./openInWorker";

// A script of its own, which nothing imports: `openInWorker` starts it, for one file.
const line = self as unknown as {
  postMessage(message: FromOpener): void;
  addEventListener(type: "message", listener: (event: MessageEvent<FileToOpen>) => void): void;
};

line.addEventListener("message", ({ data: { bytes, name, locale } }) => {
  openFile(bytes, name, locale).then(
    (opened) => {
      if (!opened.ok) return line.postMessage({ kind: "opened", opened });
      const { frame, parts } = packModel(opened.model);
      for (const part of parts) line.postMessage({ kind: "cells", part });
      line.postMessage({ kind: "opened", opened: { ...opened, model: frame } });
    },
    (error: unknown) => line.postMessage({ kind: "failed", message: String(error) }),
  );
});
