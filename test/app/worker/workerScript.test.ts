import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const dist = join(__dirname, "../../../dist");

test("the build makes a script of the worker, named by what is in it", () => {
  expect(readdirSync(dist).filter((file) => /^tenure-analyst\.[0-9a-f]{8}\.js$/.test(file))).toHaveLength(1);
});

test("the pane's page lets workers in from its own origin alone", () => {
  const page = readFileSync(join(dist, "taskpane.html"), "utf8");
  const [, policy = ""] = /Content-Security-Policy"?\s+content="([^"]+)"/.exec(page) ?? [];
  expect(policy.split("; ")).toContain("worker-src 'self'");
});
