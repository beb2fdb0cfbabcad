import {
  CircleCheck,
  CircleSlash,
  CircleX,
  Clock,
  Copy,
  History,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "../ui/badge";

const LOOKS = {
  received: { icon: Clock, tone: "info" },
  applied: { icon: CircleCheck, tone: "good" },
  duplicate: { icon: Copy, tone: "neutral" },
  stale: { icon: History, tone: "neutral" },
  ignored: { icon: CircleSlash, tone: "neutral" },
  needs_attention: { icon: TriangleAlert, tone: "warn" },
  failed: { icon: CircleX, tone: "bad" },
} satisfies Record<string, { icon: LucideIcon; tone: Tone }>;

type DeliveryOutcomeProps = { outcome: keyof typeof LOOKS; className?: string };

/** What became of a delivery: icon, word and colour; what that means on hover. */
export function DeliveryOutcome({ outcome, className }: DeliveryOutcomeProps) {
  const { t } = useTranslation("connections");
  return (
    <Badge {...LOOKS[outcome]} title={t(`deliveries.outcomeHint.${outcome}`)} className={className}>
      {t(`deliveries.outcome.${outcome}`)}
    </Badge>
  );
}
