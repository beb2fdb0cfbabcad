import { CircleCheck, CircleDashed, CircleX, Clock, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { StockState as State } from "~/domain/products/product-words";
import { useFormat } from "~/i18n/use-format";
import { Badge, type Tone } from "../ui/badge";

const LOOKS = {
  in_stock: { icon: CircleCheck, tone: "good" },
  out_of_stock: { icon: CircleX, tone: "bad" },
  on_backorder: { icon: Clock, tone: "warn" },
  unknown: { icon: CircleDashed, tone: "neutral" },
} satisfies Record<State, { icon: LucideIcon; tone: Tone }>;

/** Whether it can be bought, and how many are left where the shop counts. */
export function StockState({ stock, quantity }: { stock: State; quantity: number | null }) {
  const { t } = useTranslation("products");
  const format = useFormat();
  const isCounted = stock === "in_stock" && quantity !== null;
  return <Badge {...LOOKS[stock]}>{isCounted ? format.number(quantity) : t(`stock.${stock}`)}</Badge>;
}
