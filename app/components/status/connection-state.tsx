import {
  CircleAlert,
  CircleCheck,
  CirclePause,
  Clock,
  KeyRound,
  type LucideIcon,
  Moon,
  Unplug,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "../ui/badge";

const LOOKS = {
  waiting: { icon: Clock, tone: "warn" },
  live: { icon: CircleCheck, tone: "good" },
  refused: { icon: KeyRound, tone: "bad" },
  attention: { icon: CircleAlert, tone: "bad" },
  quiet: { icon: Moon, tone: "warn" },
  paused: { icon: CirclePause, tone: "neutral" },
  uninstalled: { icon: Unplug, tone: "bad" },
  removed: { icon: Unplug, tone: "neutral" },
} satisfies Record<string, { icon: LucideIcon; tone: Tone }>;

type ConnectionStateProps = { state: keyof typeof LOOKS; className?: string };

/** How a connection is: icon, word and colour; what to do about it on hover. */
export function ConnectionState({ state, className }: ConnectionStateProps) {
  const { t } = useTranslation("connections");
  return (
    <Badge {...LOOKS[state]} title={t(`stateHint.${state}`)} className={className}>
      {t(`state.${state}`)}
    </Badge>
  );
}
