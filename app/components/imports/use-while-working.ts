import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

const EVERY_MS = 1500;

/** Loads the page again and again while a job works on what it shows; not while nobody looks. */
export function useWhileWorking(isWorking: boolean): void {
  const { revalidate, state } = useRevalidator();
  const latest = useRef({ revalidate, state });
  latest.current = { revalidate, state };
  useEffect(() => {
    if (!isWorking) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && latest.current.state === "idle")
        latest.current.revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isWorking]);
}
