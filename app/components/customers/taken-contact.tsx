import { useTranslation } from "react-i18next";
import type { Taken } from "~/domain/deliveries/by-hand/taken-contact";
import { TextLink } from "../ui/text-link";

export type { Taken };

type TakenContactProps = { base: string; taken: Taken; customerId: string | undefined };

/** Who stands in the way, with the ways on: look at that customer, or make one of the two. */
export function TakenContact({ base, taken, customerId }: TakenContactProps) {
  const { t } = useTranslation(["customerPage", "fields"]);
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
      {taken.isTrashed && <span>{t("taken.trashed")}</span>}
      <TextLink to={`${base}/customers/${taken.customerId}`}>{t("taken.open")}</TextLink>
      {customerId && !taken.isTrashed && (
        <TextLink to={`${base}/customers/${customerId}/merge/${taken.customerId}`}>
          {t("taken.merge")}
        </TextLink>
      )}
    </p>
  );
}
