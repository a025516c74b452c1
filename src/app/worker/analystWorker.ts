import { createAnalyst } from "../createAnalyst";
import type { FromAnalyst, Line } from "./messages";
import { serveAnalyst } from "./serveAnalyst";

// A script of its own, which nothing imports: `startAnalystWorker` starts it.
serveAnalyst(self as unknown as Line<FromAnalyst>, createAnalyst());
