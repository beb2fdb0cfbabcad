import { useFetcher } from "@remix-run/react";
import { FlaskConical, RefreshCw } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskAnswer } from "~/domain/deliveries/desk/desk-answer";
import type { ReplaySelection } from "~/domain/deliveries/desk/replay-selection";
import { useMessage } from "~/i18n/use-message";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { RehearsalResult } from "./rehearsal-result";
import { useDeskToast } from "./use-desk-toast";

type ReplayActionsProps = {
  selection: ReplaySelection;
  /** The page whose action does it. */
  action: string;
  size?: "small" | "medium";
  onDone?: () => void;
};

/** Shows what a replay would change, and replays: one delivery at once, many as a job. */
export function ReplayActions({ selection, action, size = "medium", onDone }: ReplayActionsProps) {
  const { t } = useTranslation(["deliveries", "connections"]);
  const message = useMessage();
  const rehearsal = useFetcher<DeskAnswer>();
  const replay = useFetcher<DeskAnswer>();
  const [isOpen, setOpen] = useState(false);
  useDeskToast(replay, () => {
    setOpen(false);
    onDone?.();
  });
  const send = (fetcher: typeof replay, intent: string) =>
    fetcher.submit({ intent, selection: JSON.stringify(selection) }, { method: "post", action });
  const seen = rehearsal.data?.kind === "rehearsed" ? rehearsal.data.rehearsal : null;
  const refusal = rehearsal.data?.kind === "refused" ? rehearsal.data.message : null;
  useEffect(() => {
    if (rehearsal.state === "idle" && rehearsal.data) setOpen(true);
  }, [rehearsal.state, rehearsal.data]);
  const replayButton = (variant: "primary" | "secondary") => (
    <Button
      variant={variant}
      size={size}
      isLoading={replay.state !== "idle"}
      title={t("connections:deliveries.replayHint")}
      onClick={() => send(replay, "replay")}
    >
      <RefreshCw aria-hidden="true" />
      {t("connections:deliveries.replay")}
    </Button>
  );
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Button
        size={size}
        isLoading={rehearsal.state !== "idle"}
        title={t("rehearsal.hint")}
        onClick={() => send(rehearsal, "rehearse")}
      >
        <FlaskConical aria-hidden="true" />
        {t("rehearsal.action")}
      </Button>
      {replayButton(size === "small" ? "secondary" : "primary")}
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        size="large"
        title={t("rehearsal.title")}
        description={t("rehearsal.lead")}
        footer={seen && replayButton("primary")}
      >
        {seen && <RehearsalResult rehearsal={seen} />}
        {refusal && <p>{message(refusal)}</p>}
      </Dialog>
    </span>
  );
}
