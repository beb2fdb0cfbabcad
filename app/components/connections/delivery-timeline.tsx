import { CircleCheck, Eraser, Inbox, type LucideIcon, RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DeliveryView } from "~/domain/deliveries/get-delivery.server";
import { DateTime } from "../ui/date-time";

type Moment = { key: string; at: Date; icon: LucideIcon; words: string };

/** What happened to a delivery, in its order. */
export function DeliveryTimeline({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation("connections");
  const { receivedAt, appliedAt, replayedAt, erasedAt, outcome, attempts } = delivery;
  const settled =
    attempts > 1
      ? `${t(`deliveries.outcome.${outcome}`)} · ${t("deliveries.attempt", { count: attempts })}`
      : t(`deliveries.outcome.${outcome}`);
  const moments: (Moment | null)[] = [
    { key: "received", at: receivedAt, icon: Inbox, words: t("deliveries.columns.received") },
    replayedAt && { key: "replayed", at: replayedAt, icon: RefreshCw, words: t("deliveries.replayedAt") },
    appliedAt && { key: "applied", at: appliedAt, icon: CircleCheck, words: settled },
    erasedAt && { key: "erased", at: erasedAt, icon: Eraser, words: t("deliveries.erased") },
  ];
  const shown = moments.filter((one) => one !== null).sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <ol className="grid">
      {shown.map(({ key, at, icon: Icon, words }) => (
        <li key={key} className="group grid grid-cols-[1.25rem_1fr] gap-x-3">
          <span aria-hidden="true" className="grid grid-rows-[1.25rem_1fr] justify-items-center gap-1">
            <Icon className="size-4 self-center text-muted" />
            <span className="w-px bg-line group-last:hidden" />
          </span>
          <p className="pb-4 group-last:pb-0">
            <span className="block text-base text-ink">{words}</span>
            <DateTime at={at} className="text-sm text-muted" />
          </p>
        </li>
      ))}
    </ol>
  );
}
