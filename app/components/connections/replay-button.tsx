import { useFetcher } from "@remix-run/react";
import { RefreshCw } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMessage } from "~/i18n/use-message";
import { Button } from "../ui/button";
import { showToast } from "../ui/toast";

/** The delivery's new outcome, or why it could not be replayed as a message. */
export type ReplayAnswer = { outcome: string } | { refusal: string };

/** Applies the delivery once more and says what came of it. */
export function ReplayButton() {
  const { t } = useTranslation("connections");
  const message = useMessage();
  const { Form, state, data } = useFetcher<ReplayAnswer>();
  const [told, setTold] = useState<ReplayAnswer>();
  useEffect(() => {
    if (state !== "idle" || !data || data === told) return;
    setTold(data);
    if ("refusal" in data) void showToast("failed", message(data.refusal));
    else {
      const outcome = t(`deliveries.outcome.${data.outcome}`);
      const isStillTrouble = data.outcome === "failed" || data.outcome === "needs_attention";
      void showToast(isStillTrouble ? "failed" : "done", t("deliveries.replayed", { outcome }));
    }
  }, [state, data, told, t, message]);
  return (
    <Form method="post">
      <Button type="submit" variant="primary" isLoading={state !== "idle"} title={t("deliveries.replayHint")}>
        <RefreshCw aria-hidden="true" />
        {t("deliveries.replay")}
      </Button>
    </Form>
  );
}
