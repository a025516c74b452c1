import { stop } from "./startWorkbench";

/** Jest's global tear-down. */
export default function stopWorkbench(): void {
  stop();
}
