import { calculate } from "./calculate";
import { DEFINITIONS } from "./definitions";

// In a plain browser, and where Office.js is blocked, there is nobody to register with.
if (typeof CustomFunctions !== "undefined") {
  for (const [id, definition] of Object.entries(DEFINITIONS)) {
    CustomFunctions.associate(id, (...raw: unknown[]) => calculate(definition, raw));
  }
}
