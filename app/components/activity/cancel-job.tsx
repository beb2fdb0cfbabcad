import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { type ToastAnswer, useToastAnswer } from "../ui/use-toast-answer";

/** Stops a job that is under way. */
export function CancelJob({ jobId }: { jobId: string }) {
  const { t } = useTranslation("activity");
  const fetcher = useFetcher<ToastAnswer>();
  useToastAnswer(fetcher, t("cancelled"));
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="cancel" />
      <input type="hidden" name="jobId" value={jobId} />
      <Button type="submit" size="small" isLoading={fetcher.state !== "idle"}>
        {t("cancel")}
      </Button>
    </fetcher.Form>
  );
}
