export { readSnapshots } from "./readSnapshots";
