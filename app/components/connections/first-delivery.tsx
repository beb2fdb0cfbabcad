import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../ui/link-button";
import { Spinner } from "../ui/spinner";
import { TimeAgo } from "../ui/time-ago";

/** Waits for the first delivery, and turns green by itself when it has come. */
export function FirstDelivery({ receivedAt, ordersTo }: { receivedAt: Date | null; ordersTo: string }) {
  const { t } = useTranslation("connections");
  const hasCome = receivedAt !== null;
  return (
    <div
      role="status"
      className={`flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card px-4 py-3.5 transition-colors sm:px-5 ${
        hasCome ? "bg-good-surface" : "border border-dashed border-control bg-surface"
      }`}
    >
      {hasCome ? (
        <CircleCheck aria-hidden="true" className="size-6 text-good-text" />
      ) : (
        <Spinner className="size-6 text-brand" />
      )}
      <div className="min-w-0 flex-1 basis-60">
        <p className={`font-medium ${hasCome ? "text-good-text" : "text-ink"}`}>
          {t(hasCome ? "new.received" : "new.waiting")} {receivedAt && <TimeAgo at={receivedAt} />}
        </p>
        <p className="text-sm text-muted">{t(hasCome ? "new.receivedHint" : "new.waitingHint")}</p>
      </div>
      {hasCome && <LinkButton to={ordersTo}>{t("new.toOrders")}</LinkButton>}
    </div>
  );
}
