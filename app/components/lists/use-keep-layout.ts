import { useFetcher } from "@remix-run/react";
import { useCallback } from "react";
import { useList } from "./list-context";

/** Keeps a change of the list's arrangement for the member; the page does not wait for it. */
export function useKeepLayout() {
  const { noun, base } = useList();
  const { submit } = useFetcher();
  return useCallback(
    (change: { columns?: string; density?: string; widths?: string }) =>
      submit({ noun, ...change }, { method: "post", action: `${base}/layout` }),
    [submit, noun, base],
  );
}
