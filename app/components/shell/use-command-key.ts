import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The key that goes with K on this device; "Ctrl" until the browser is asked. */
export function useCommandKey(): string {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
