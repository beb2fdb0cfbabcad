import {
  CircleCheck,
  CirclePause,
  CircleX,
  Clock,
  Hourglass,
  type LucideIcon,
  Sparkles,
  TimerOff,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SubscriptionStatus as Status } from "~/domain/subscriptions/subscription-statuses";
import { Badge, type Tone } from "../ui/badge";

const LOOKS: Record<Status, { icon: LucideIcon; tone: Tone }> = {
  pending: { icon: Clock, tone: "info" },
  trial: { icon: Sparkles, tone: "info" },
  active: { icon: CircleCheck, tone: "good" },
  on_hold: { icon: CirclePause, tone: "warn" },
  pending_cancel: { icon: Hourglass, tone: "warn" },
  cancelled: { icon: CircleX, tone: "neutral" },
  expired: { icon: TimerOff, tone: "neutral" },
};

/** Where a subscription stands: icon, word and colour. */
export function SubscriptionStatus({ status }: { status: Status }) {
  const { t } = useTranslation("subscriptions");
  return <Badge {...LOOKS[status]}>{t(`status.${status}`)}</Badge>;
}
