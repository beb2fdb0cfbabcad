import { useFetcher } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { type ToastAnswer, useToastAnswer } from "../ui/use-toast-answer";

type SyncButtonProps = {
  intent: "backfill" | "resume" | "fetch";
  doneWords: string;
  variant?: "primary" | "secondary";
  /** Fields of the same form, before the button. */
  children?: ReactNode;
  label: string;
};

/** A button that sends long work on its way, and says so. */
export function SyncButton({ intent, doneWords, variant = "secondary", children, label }: SyncButtonProps) {
  const fetcher = useFetcher<ToastAnswer>();
  useToastAnswer(fetcher, doneWords);
  return (
    <fetcher.Form method="post" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="intent" value={intent} />
      {children}
      <Button type="submit" variant={variant} isLoading={fetcher.state !== "idle"}>
        {label}
      </Button>
    </fetcher.Form>
  );
}
