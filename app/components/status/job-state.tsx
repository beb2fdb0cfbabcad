import { CircleCheck, CircleSlash, CircleX, Clock, LoaderCircle, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "../ui/badge";

const LOOKS = {
  queued: { icon: Clock, tone: "neutral" },
  running: { icon: LoaderCircle, tone: "info" },
  done: { icon: CircleCheck, tone: "good" },
  failed: { icon: CircleX, tone: "bad" },
  cancelled: { icon: CircleSlash, tone: "neutral" },
} satisfies Record<string, { icon: LucideIcon; tone: Tone }>;

/** How far a job is: icon, word and colour. */
export function JobStateBadge({ state }: { state: keyof typeof LOOKS }) {
  const { t } = useTranslation("activity");
  return <Badge {...LOOKS[state]}>{t(`states.${state}`)}</Badge>;
}
