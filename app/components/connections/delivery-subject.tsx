import { useTranslation } from "react-i18next";

const KINDS = ["order", "customer", "product", "refund", "subscription", "checkout"] as const;

/** `order:727` in words: "Order 727". */
export function DeliverySubject({ subject }: { subject: string | null }) {
  const { t } = useTranslation("connections");
  if (subject === null) return <>{t("deliveries.noSubject")}</>;
  const [prefix, ...rest] = subject.split(":");
  const kind = KINDS.find((one) => one === prefix);
  return <>{kind ? t(`deliveries.subjects.${kind}`, { id: rest.join(":") }) : subject}</>;
}
