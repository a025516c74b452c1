import { createContext, useContext } from "react";
import { createStore, type Store } from "../session/store";
import { useStore } from "../session/useStore";
import { createPreferences, type Preferences } from "./preferences";

export const PreferencesContext = createContext<Store<Preferences>>(
  createStore(createPreferences("", null).get()),
);

/** What this person chose on this machine, and a way to choose otherwise. */
export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const store = useContext(PreferencesContext);
  const preferences = useStore(store);
  return [preferences, (change) => store.set({ ...store.get(), ...change })];
}
