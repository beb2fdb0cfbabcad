import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";

/**
 * A form in a dialog: it stays open with its errors, and closes when the action
 * answers with success. `key` goes to the form's `fetcherKey`.
 */
export function useDialogForm(key: string) {
  const { state, data } = useFetcher<SubmissionResult<string[]>>({ key });
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
    /** Only while it has something to say to this opening of the dialog. */
    lastResult: isOpen && data?.status === "error" ? data : null,
  };
}
