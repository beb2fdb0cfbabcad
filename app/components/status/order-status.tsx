import {
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleX,
  Clock,
  type LucideIcon,
  PackageCheck,
  Undo2,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "../ui/badge";

const LOOKS = {
  draft: { icon: CircleDashed, tone: "neutral" },
  pending: { icon: Clock, tone: "warn" },
  on_hold: { icon: CirclePause, tone: "warn" },
  paid: { icon: CircleCheck, tone: "good" },
  fulfilled: { icon: PackageCheck, tone: "info" },
  cancelled: { icon: CircleX, tone: "neutral" },
  failed: { icon: CircleX, tone: "bad" },
  refunded: { icon: Undo2, tone: "neutral" },
} satisfies Record<string, { icon: LucideIcon; tone: Tone }>;

type OrderStatusProps = { status: keyof typeof LOOKS; className?: string };

/** Where an order stands: icon, word and colour. */
export function OrderStatus({ status, className }: OrderStatusProps) {
  const { t } = useTranslation("orders");
  return (
    <Badge {...LOOKS[status]} className={className}>
      {t(`status.${status}`)}
    </Badge>
  );
}
