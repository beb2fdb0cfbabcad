import { Ban, CircleCheck, CircleDashed, Clock, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConsentState as State } from "~/connectors/canonical";
import { Badge, type Tone } from "../ui/badge";

const LOOKS = {
  subscribed: { icon: CircleCheck, tone: "good" },
  unsubscribed: { icon: Ban, tone: "bad" },
  pending: { icon: Clock, tone: "warn" },
  never: { icon: CircleDashed, tone: "neutral" },
} satisfies Record<State, { icon: LucideIcon; tone: Tone }>;

/** What was decided: icon, word and colour. */
export function ConsentState({ state }: { state: State }) {
  const { t } = useTranslation("customers");
  return <Badge {...LOOKS[state]}>{t(`consentStates.${state}`)}</Badge>;
}
