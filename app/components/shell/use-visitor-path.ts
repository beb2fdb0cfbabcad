import { useSearchParams } from "@remix-run/react";

/** For links between pages of visitors: the language that was chosen in the URL stays chosen. */
export function useVisitorPath(): (path: string) => string {
  const [search] = useSearchParams();
  const language = search.get("lng");
  return (path) => (language ? `${path}${path.includes("?") ? "&" : "?"}lng=${language}` : path);
}
