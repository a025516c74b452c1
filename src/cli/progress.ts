/** Where the steps of a run are shown while it lasts. */
export interface Progress {
  step(sentence: string): void;
  /** Takes the last step's line away. */
  done(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const CLEAR_LINE = "\r\u001b[2K";

/** One line that each step replaces, on a terminal; nothing in files and pipes. */
export function showProgress(screen: Screen): Progress {
  const show = (text: string) => {
    if (screen.isTTY === true) screen.write(`${CLEAR_LINE}${text}`);
  };
  return { step: (sentence) => show(`${sentence} …`), done: () => show("") };
}
