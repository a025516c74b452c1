import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Builds the pane over a workbook on paper, which the pane's browser tests look at. */
export function buildPanePreview(): void {
  const root = join(__dirname, "../..");
  const webpack = join(root, "node_modules/webpack/bin/webpack.js");
  const run = spawnSync(process.execPath, [webpack, "--mode", "production", "--env", "panePreview"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (run.status !== 0) throw new Error("the pane's preview could not be built");
}
