import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";

// Long enough to type the next letter, short enough to feel immediate.
const PAUSE_MS = 150;

/** What a route answers to what was typed, once typing pauses. `address` ends where the text goes. */
export function useSuggestions<Answer>(address: string) {
  const { load, data } = useFetcher<Answer>();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim();
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => load(address + encodeURIComponent(wanted)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [load, address, wanted]);
  return { answer: wanted ? data : undefined, search: useCallback((text: string) => setTyped(text), []) };
}
