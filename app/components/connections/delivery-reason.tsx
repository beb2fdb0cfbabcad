import { useTranslation } from "react-i18next";
import { isReason } from "~/domain/deliveries/reasons";

type DeliveryReasonProps = {
  reason: string | null;
  outcome: string;
  /** What it means, or what to do about it. */
  part?: "what" | "next";
};

/** Why a delivery ended so, in plain words; a reason without words of its own shows its outcome's. */
export function DeliveryReason({ reason, outcome, part = "what" }: DeliveryReasonProps) {
  const { t } = useTranslation(["deliveries", "connections"]);
  if (isReason(reason)) return <>{t(`reasons.${reason}.${part}`)}</>;
  return <>{part === "what" ? t(`connections:deliveries.outcomeHint.${outcome}`) : t("nothing")}</>;
}
