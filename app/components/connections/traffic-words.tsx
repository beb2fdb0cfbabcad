import { useTranslation } from "react-i18next";
import type { Traffic } from "~/domain/connections/connection-health";
import { useFormat } from "~/i18n/use-format";

/** How many deliveries came in a day, and how many of them need somebody. */
export function TrafficWords({ traffic }: { traffic: Traffic }) {
  const { t } = useTranslation("connections");
  const format = useFormat();
  const troubles = traffic.failed + traffic.needsAttention;
  return (
    <span className="figures inline-flex items-baseline gap-2">
      {troubles > 0 && (
        <span className="text-sm text-bad-text">{t("traffic.troubles", { count: troubles })}</span>
      )}
      <span>{format.number(traffic.deliveries)}</span>
    </span>
  );
}
