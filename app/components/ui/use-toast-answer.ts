import { useEffect, useState } from "react";
import { useMessage } from "~/i18n/use-message";
import { showToast } from "./toast";

/** What a button's action answers: why not, as a message, or that it is done. */
export type ToastAnswer = { refusal: string } | { isDone: true };

/** Says once what a fetcher's action answered. */
export function useToastAnswer(
  { state, data }: { state: "idle" | "loading" | "submitting"; data: ToastAnswer | undefined },
  doneWords: string,
): void {
  const message = useMessage();
  const [told, setTold] = useState<ToastAnswer>();
  useEffect(() => {
    if (state !== "idle" || !data || data === told) return;
    setTold(data);
    if ("refusal" in data) void showToast("failed", message(data.refusal));
    else void showToast("done", doneWords);
  }, [state, data, told, message, doneWords]);
}
