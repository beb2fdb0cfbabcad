import { CircleCheck, Hourglass, type LucideIcon, ShoppingCart } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CheckoutStanding } from "~/domain/checkouts/checkout-states";
import { Badge, type Tone } from "../ui/badge";

const LOOKS: Record<CheckoutStanding, { icon: LucideIcon; tone: Tone }> = {
  active: { icon: Hourglass, tone: "info" },
  abandoned: { icon: ShoppingCart, tone: "warn" },
  recovered: { icon: CircleCheck, tone: "good" },
};

/** Where a checkout stands: icon, word and colour. */
export function CheckoutStatus({ status }: { status: CheckoutStanding }) {
  const { t } = useTranslation("checkouts");
  return <Badge {...LOOKS[status]}>{t(`status.${status}`)}</Badge>;
}
