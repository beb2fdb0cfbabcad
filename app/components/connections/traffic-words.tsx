import { useTranslation } from "react-i18next";
import type { Traffic } from "~/domain/connections/connection-health";
import { useFormat } from "~/i18n/use-format";

type TrafficWordsProps = { traffic: Traffic /** On an average day. */; usual: number | null };

/** How many deliveries came in a day beside what is usual, and how many of them need somebody. */
export function TrafficWords({ traffic, usual }: TrafficWordsProps) {
  const { t } = useTranslation(["connections", "pulse"]);
  const format = useFormat();
  const troubles = traffic.failed + traffic.needsAttention;
  return (
    <span className="figures inline-flex items-baseline gap-2">
      {troubles > 0 && (
        <span className="text-sm text-bad-text">{t("traffic.troubles", { count: troubles })}</span>
      )}
      <span
        title={
          usual === null
            ? undefined
            : t("pulse:perDay", { amount: format.number(Math.round(usual * 10) / 10) })
        }
      >
        {format.number(traffic.deliveries)}
        {usual !== null && <span className="text-faint"> / {format.number(Math.round(usual))}</span>}
      </span>
    </span>
  );
}
