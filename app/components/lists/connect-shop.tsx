import type { LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";

type ConnectShopProps = {
  icon: LucideIcon;
  /** The namespace with `empty.title`, `empty.body` and `empty.action`. */
  of: "customers" | "orders" | "products";
  /** Where a shop is connected; null for roles that may not. */
  to: string | null;
};

/** An empty list: what will be here, and the one next step. */
export function ConnectShop({ icon, of, to }: ConnectShopProps) {
  const { t } = useTranslation(of);
  const action = to && (
    <LinkButton to={to} variant="primary">
      {t("empty.action")}
    </LinkButton>
  );
  return (
    <EmptyState icon={icon} title={t("empty.title")} action={action}>
      {t("empty.body")}
    </EmptyState>
  );
}
