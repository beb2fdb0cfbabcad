import { CircleCheck, CircleX, Eraser, Inbox, type LucideIcon, RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DeliveryView } from "~/domain/deliveries/get-delivery.server";
import { DateTime } from "../ui/date-time";

type Moment = { key: string; at: Date | null; icon: LucideIcon; words: string };

/** What happened to a delivery, in its order: every attempt that is known, and who asked for it. */
export function DeliveryTimeline({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation(["deliveries", "connections"]);
  const { receivedAt, settledAt, erasedAt, outcome, attempts, tries } = delivery;
  const word = (one: string) => t(`connections:deliveries.outcome.${one}`);
  const first = attempts[0] ?? { at: settledAt, outcome, number: tries };
  const settled = t(first.number > 1 ? "timeline.settledLate" : "timeline.settled", {
    outcome: word(first.outcome),
    count: first.number,
  });
  const replays = attempts.slice(1).map((attempt) => ({
    key: String(attempt.number),
    at: attempt.at,
    icon: RefreshCw,
    words: t(attempt.by ? "timeline.replayedBy" : "timeline.replayed", {
      outcome: word(attempt.outcome),
      name: attempt.by,
    }),
  }));
  const moments: (Moment | null)[] = [
    { key: "received", at: receivedAt, icon: Inbox, words: t("connections:deliveries.columns.received") },
    { key: "settled", at: first.at, icon: iconOf(first.outcome), words: settled },
    ...replays,
    erasedAt && { key: "erased", at: erasedAt, icon: Eraser, words: t("connections:deliveries.erased") },
  ];
  return (
    <ol className="grid">
      {moments
        .filter((one) => one !== null)
        .map(({ key, at, icon: Icon, words }) => (
          <li key={key} className="group grid grid-cols-[1.25rem_1fr] gap-x-3">
            <span aria-hidden="true" className="grid grid-rows-[1.25rem_1fr] justify-items-center gap-1">
              <Icon className="size-4 self-center text-muted" />
              <span className="w-px bg-line group-last:hidden" />
            </span>
            <p className="pb-4 group-last:pb-0">
              <span className="block text-base text-ink">{words}</span>
              {at && <DateTime at={at} className="text-sm text-muted" />}
            </p>
          </li>
        ))}
    </ol>
  );
}

const iconOf = (outcome: string) =>
  outcome === "failed" || outcome === "needs_attention" ? CircleX : CircleCheck;
