import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { workbenchFolders } from "./workbenchFolders";

/**
 * Builds what the workbench serves: Univer once for each version, the add-in where it has changed, and the page.
 *
 * @param onStep - told before each of the two steps; the first takes long and is left out where it is done
 * @throws Error if webpack found a fault; it has said which
 */
export async function buildWorkbench(
  root: string,
  onStep: (step: "univer" | "addin") => void,
): Promise<void> {
  // Written last, so its presence means the rest is whole.
  if (!existsSync(join(workbenchFolders(root).univer, "manifest.json"))) {
    onStep("univer");
    await webpack(root, "univer");
  }
  onStep("addin");
  await webpack(root, "workbench");
}

function webpack(root: string, target: "univer" | "workbench"): Promise<void> {
  const command = join(root, "node_modules/webpack/bin/webpack.js");
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [command, "--mode", "production", "--env", target], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    });
    run.on("error", reject);
    run.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`webpack (${target})`));
    });
  });
}
