import { useTranslation } from "react-i18next";
import type { DeliveryView } from "~/domain/deliveries/get-delivery.server";
import { Banner } from "../ui/banner";
import { DeliveryReason } from "./delivery-reason";

const TONES = {
  applied: "good",
  duplicate: "info",
  stale: "info",
  ignored: "info",
  needs_attention: "warn",
  failed: "bad",
} as const;

/** What became of the delivery, why, and what to do about it. */
export function DeliveryVerdict({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation("connections");
  const { outcome, reason, detail } = delivery;
  const hasNextStep = outcome !== "applied";
  return (
    <Banner tone={TONES[outcome]} title={<DeliveryReason reason={reason} outcome={outcome} />}>
      {hasNextStep && (
        <p>
          <DeliveryReason reason={reason} outcome={outcome} part="next" />
        </p>
      )}
      {detail && (
        <p className="mt-1.5 text-sm text-muted">
          {t("deliveries.detail")}: <code className="font-mono break-words">{detail}</code>
        </p>
      )}
    </Banner>
  );
}
