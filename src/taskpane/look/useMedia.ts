import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (report: () => void) => {
      const media = matchMedia(query);
      media.addEventListener("change", report);
      return () => media.removeEventListener("change", report);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
