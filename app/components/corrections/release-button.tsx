import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { type ToastAnswer, useToastAnswer } from "../ui/use-toast-answer";

/** Lets the shop's value stand again for a field of the page's record. */
export function ReleaseButton({ field }: { field: string }) {
  const { t } = useTranslation("sales");
  const fetcher = useFetcher<ToastAnswer>();
  useToastAnswer(fetcher, t("released"));
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="release" />
      <input type="hidden" name="field" value={field} />
      <Button type="submit" size="small" isLoading={fetcher.state !== "idle"}>
        {t("release")}
      </Button>
    </fetcher.Form>
  );
}
