import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import * as z from "zod";

const resultSchema = z.object({
  kind: z.enum(["customer", "order", "product", "view"]),
  id: z.string(),
  title: z.string(),
  subtitle: z.string().nullish(),
  href: z.string(),
});
const answerSchema = z.object({ results: z.array(resultSchema) });

export type SearchResult = z.infer<typeof resultSchema>;
export type SearchState = { results: SearchResult[]; isSearching: boolean; hasFailed: boolean };

// Long enough to type the next letter, short enough to feel immediate.
const PAUSE_MS = 120;

/** Asks `/o/:slug/search?q=` once typing pauses. */
export function usePaletteSearch(slug: string, query: string): SearchState {
  const { load, data, state } = useFetcher<unknown>({ key: "palette-search" });
  const wanted = query.trim();
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => load(`/o/${slug}/search?q=${encodeURIComponent(wanted)}`), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [load, slug, wanted]);
  const answer = answerSchema.safeParse(data);
  return {
    results: wanted && answer.success ? answer.data.results : [],
    isSearching: state !== "idle",
    hasFailed: state === "idle" && data !== undefined && !answer.success,
  };
}
