import { existsSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * A Chromium of this machine: TENURE_CHROMIUM, else where it usually lies.
 *
 * @throws Error if there is none; a browser test without a browser has not passed
 */
export function browserPath(): string {
  const found = [process.env["TENURE_CHROMIUM"] ?? "", ...PLACES].find(
    (path) => path !== "" && existsSync(path),
  );
  if (found === undefined)
    throw new Error("no Chromium was found: install it, or name its program in TENURE_CHROMIUM");
  return found;
}
