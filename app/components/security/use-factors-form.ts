import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";

export const FACTORS_ACTION = "/account/factors";

/** What a change answers: an app to set up or recovery codes to keep, or what was wrong. */
type FactorsAnswer =
  | { status: "success"; totp?: { size: number; path: string; typed: string }; codes?: string[] | null }
  | (SubmissionResult<string[]> & { status: "error" });

/**
 * One form that changes the person's factors, in a dialog or not: a dialog stays
 * open with its errors and closes on success. `key` goes to the form's `fetcherKey`.
 */
export function useFactorsForm(key: string) {
  const { state, data, submit } = useFetcher<FactorsAnswer>({ key });
  const [isOpen, setOpen] = useState(false);
  const [handled, setHandled] = useState<typeof data>();
  useEffect(() => {
    if (state !== "idle" || !data || data === handled) return;
    setHandled(data);
    if (data.status === "success") setOpen(false);
  }, [state, data, handled]);
  return {
    isOpen,
    setOpen,
    isPending: state !== "idle",
    lastResult: data?.status === "error" ? data : null,
    shown: data?.status === "success" ? data : null,
    send: (fields: Record<string, string>) => submit(fields, { method: "post", action: FACTORS_ACTION }),
  };
}
