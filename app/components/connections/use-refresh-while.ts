import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

const EVERY_MS = 4_000;

/**
 * Reads the page again every few seconds while somebody looks at it and waits. A
 * delivery that changes no order tells open screens nothing.
 */
export function useRefreshWhile(isWaiting: boolean): void {
  const { revalidate } = useRevalidator();
  const refresh = useRef(revalidate);
  refresh.current = revalidate;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") refresh.current();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
}
