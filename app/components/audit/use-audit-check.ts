import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Verification } from "~/domain/audit/verify-chain";

type Found = Pick<Verification, "checked" | "erased" | "anchors" | "broken">;
export type AuditCheck = { kind: "idle" } | { kind: "running" | "done"; found: Found };

const NOTHING: Found = { checked: 0, erased: 0, anchors: 0, broken: null };

/** Asks for one part of the log after the other until its end, or its first broken row. */
export function useAuditCheck(): { check: AuditCheck; start: () => void } {
  const { submit, data, state } = useFetcher<Verification>();
  const [found, setFound] = useState<Found | null>(null);
  const [handled, setHandled] = useState<Verification>();
  const ask = (after: number) => submit({ intent: "verify", after }, { method: "post" });

  useEffect(() => {
    if (!data || data === handled || state === "submitting") return;
    setHandled(data);
    setFound((sum) => add(sum ?? NOTHING, data));
    if (!data.isEnd) submit({ intent: "verify", after: data.last }, { method: "post" });
  }, [data, handled, state, submit]);

  const start = () => {
    setFound(null);
    ask(0);
  };
  const isRunning = state !== "idle" || (handled !== undefined && !handled.isEnd);
  if (isRunning) return { check: { kind: "running", found: found ?? NOTHING }, start };
  return { check: found ? { kind: "done", found } : { kind: "idle" }, start };
}

function add(sum: Found, more: Verification): Found {
  return {
    checked: sum.checked + more.checked,
    erased: sum.erased + more.erased,
    anchors: sum.anchors + more.anchors,
    broken: more.broken,
  };
}
