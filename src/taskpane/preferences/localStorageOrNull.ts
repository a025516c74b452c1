/** The browser's storage; null where a policy forbids even to ask for it. */
export function localStorageOrNull(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
