import type { Locale } from "../../i18n";
import { createStore, type Store } from "../session/store";
import { LOOKS, type Look } from "../look/looks";

/** What a person chose for themselves on this machine; nothing of it is in the workbook. */
export interface Preferences {
  /** null: the language of Excel. */
  readonly locale: Locale | null;
  readonly look: Look;
  /** Whether the first-run page was read or closed. */
  readonly welcomed: boolean;
}

const NO_PREFERENCES: Preferences = { locale: null, look: "auto", welcomed: false };
const KEY = "tenure.preferences";

/**
 * Preferences kept in the browser's local storage.
 *
 * @param partition - Excel's own prefix for keys; a page framed by another site must use it
 * @param storage - null, full or forbidden: preferences last until the pane closes
 */
export function createPreferences(partition: string, storage: Storage | null): Store<Preferences> {
  const key = `${partition}${KEY}`;
  const store = createStore(read(storage, key));
  return {
    ...store,
    set: (preferences) => {
      store.set(preferences);
      try {
        storage?.setItem(key, JSON.stringify(preferences));
      } catch {
        // A choice that cannot be kept still holds until the pane closes.
      }
    },
  };
}

function read(storage: Storage | null, key: string): Preferences {
  try {
    const kept = JSON.parse(storage?.getItem(key) ?? "{}") as Partial<Record<keyof Preferences, unknown>>;
    return {
      locale: kept.locale === "zh-CN" || kept.locale === "en" ? kept.locale : null,
      look: LOOKS.find((look) => look === kept.look) ?? NO_PREFERENCES.look,
      welcomed: kept.welcomed === true,
    };
  } catch {
    return NO_PREFERENCES;
  }
}
