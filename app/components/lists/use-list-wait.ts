import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";

// A page that is there sooner should not flash.
const PATIENCE_MS = 200;

/** Whether another page, order or filter of this very list has been on its way for a moment. */
export function useListWait(): boolean {
  const { pathname, search } = useLocation();
  const { state, location } = useNavigation();
  const isOnItsWay = state === "loading" && location.pathname === pathname && location.search !== search;
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!isOnItsWay) return setWaiting(false);
    const timer = setTimeout(() => setWaiting(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isOnItsWay]);
  return isOnItsWay && isWaiting;
}
