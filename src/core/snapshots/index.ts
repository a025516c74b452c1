export { extendSnapshots } from "./extendSnapshots";
export { readSnapshots } from "./readSnapshots";
