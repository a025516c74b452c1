import { useSyncExternalStore } from "react";
import type { Store } from "./store";

/** The store's value now; the component is drawn again when it changes. */
export const useStore = <Value>(store: Pick<Store<Value>, "get" | "subscribe">): Value =>
  useSyncExternalStore(store.subscribe, store.get);
