/** Stands for every Univer package under jest; bundles them once for each lock file. */
const { execFileSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "../../..");
const kept = join(root, "node_modules/.cache/tenure-workbench");
const inputs = ["package-lock.json", "test/support/office/univerParts.ts"];
const hash = createHash("sha256");
for (const file of inputs) hash.update(readFileSync(join(root, file)));
const folder = join(kept, `headless-${hash.digest("hex").slice(0, 8)}`);

if (!existsSync(folder)) {
  require("node:fs").mkdirSync(kept, { recursive: true });
  const made = mkdtempSync(join(kept, "making-"));
  const webpack = join(root, "node_modules/webpack/bin/webpack.js");
  const options = ["--mode", "production", "--env", `headless=${made}`];
  execFileSync(process.execPath, [webpack, ...options], { cwd: root, stdio: "inherit" });
  try {
    renameSync(made, folder);
  } catch {
    // Another worker was quicker.
    rmSync(made, { recursive: true, force: true });
  }
}

module.exports = require(join(folder, "univer.js"));
