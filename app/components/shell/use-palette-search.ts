import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import * as z from "zod";

const resultSchema = z.object({
  kind: z.enum(["customer", "order", "product", "subscription", "view"]),
  id: z.string(),
  title: z.string(),
  subtitle: z.string().nullish(),
  href: z.string(),
});
const commandSchema = z.object({ key: z.string(), title: z.string(), href: z.string().nullable() });
const answerSchema = z.object({ results: z.array(resultSchema), commands: z.array(commandSchema) });

export type SearchResult = z.infer<typeof resultSchema>;
/** What can be done; done in the browser where it leads nowhere. */
export type PaletteCommand = z.infer<typeof commandSchema>;
export type SearchState = {
  results: SearchResult[];
  commands: PaletteCommand[];
  isSearching: boolean;
  hasFailed: boolean;
};

// Long enough to type the next letter, short enough to feel immediate.
const PAUSE_MS = 120;

/** Asks `/o/:slug/search?q=` once typing pauses, and for the commands when it opens. */
export function usePaletteSearch(slug: string, query: string): SearchState {
  const { load, data, state } = useFetcher<unknown>({ key: "palette-search" });
  const wanted = query.trim();
  useEffect(() => {
    const ask = () => load(`/o/${slug}/search?q=${encodeURIComponent(wanted)}`);
    const timer = setTimeout(ask, wanted ? PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [load, slug, wanted]);
  const answer = answerSchema.safeParse(data);
  return {
    results: wanted && answer.success ? answer.data.results : [],
    commands: answer.success ? answer.data.commands : [],
    isSearching: state !== "idle",
    hasFailed: state === "idle" && data !== undefined && !answer.success,
  };
}
