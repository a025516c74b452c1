export { extendSnapshots } from "./extendSnapshots";
export { readSnapshots } from "./readSnapshots";
export { snapshotAge, type SnapshotAge } from "./snapshotAge";
