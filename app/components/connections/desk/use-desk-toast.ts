import type { FetcherWithComponents } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DeskAnswer } from "~/domain/deliveries/desk/desk-answer";
import { useMessage } from "~/i18n/use-message";
import { showToast } from "../../ui/toast";

/** Says once what came of a replay, and then calls `onDone` unless it was refused. */
export function useDeskToast(fetcher: FetcherWithComponents<DeskAnswer>, onDone: () => void) {
  const { t } = useTranslation(["deliveries", "connections"]);
  const message = useMessage();
  const told = useRef<DeskAnswer | null>(null);
  const { state, data } = fetcher;
  useEffect(() => {
    if (state !== "idle" || !data || data === told.current) return;
    told.current = data;
    if (data.kind === "refused") void showToast("failed", message(data.message));
    if (data.kind === "queued") void showToast("done", t("replay.queued"));
    if (data.kind === "replayed") {
      const isTrouble = data.outcome === "failed" || data.outcome === "needs_attention";
      const outcome = t(`connections:deliveries.outcome.${data.outcome}`);
      void showToast(isTrouble ? "failed" : "done", t("connections:deliveries.replayed", { outcome }));
    }
    if (data.kind !== "refused") onDone();
  });
}
