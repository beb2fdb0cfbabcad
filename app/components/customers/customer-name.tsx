import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";

type Named = { name: string | null; email: string | null; phone: string | null };

/** What a customer is called: the name, else an email or phone, else that there is none. */
export function useCustomerName(): (customer: Named) => string {
  const { t } = useTranslation("customers");
  const format = useFormat();
  return ({ name, email, phone }) => name ?? email ?? (phone && format.phone(phone)) ?? t("noName");
}
