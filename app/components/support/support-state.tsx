import { CircleCheck, CircleDashed, MessageCircleReply } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SupportState as State } from "~/domain/support/support-queries.server";
import { Badge } from "../ui/badge";

const LOOKS = {
  open: { icon: CircleDashed, tone: "info" },
  answered: { icon: MessageCircleReply, tone: "good" },
  closed: { icon: CircleCheck, tone: "neutral" },
} as const;

/** Whose turn it is. */
export function SupportState({ state }: { state: State }) {
  const { t } = useTranslation("support");
  return <Badge {...LOOKS[state]}>{t(`states.${state}`)}</Badge>;
}
