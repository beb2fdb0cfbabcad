import { useNavigate } from "@remix-run/react";
import { useCallback } from "react";
import { useList } from "./list-context";
import { useKeepLayout } from "./use-keep-layout";

/** Shows other columns, or in another order. Within a view they are a change of the view; else they are kept. */
export function useChooseColumns() {
  const { to, params } = useList();
  const navigate = useNavigate();
  const keep = useKeepLayout();
  return useCallback(
    (columns: string[] | null) => {
      navigate(to({ columns }), { replace: true, preventScrollReset: true });
      if (!params.view || params.view === "all") keep({ columns: columns?.join(",") ?? "" });
    },
    [navigate, to, keep, params.view],
  );
}
