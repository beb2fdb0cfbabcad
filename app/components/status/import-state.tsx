import {
  CircleCheck,
  CircleSlash,
  CircleX,
  Columns3,
  Eye,
  LoaderCircle,
  type LucideIcon,
  Undo2,
  Upload,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ImportState } from "~/domain/imports/import-state";
import { Badge, type Tone } from "../ui/badge";

const LOOKS = {
  uploading: { icon: Upload, tone: "warn" },
  matching: { icon: Columns3, tone: "warn" },
  rehearsing: { icon: LoaderCircle, tone: "info" },
  rehearsed: { icon: Eye, tone: "warn" },
  running: { icon: LoaderCircle, tone: "info" },
  done: { icon: CircleCheck, tone: "good" },
  cancelled: { icon: CircleSlash, tone: "neutral" },
  failed: { icon: CircleX, tone: "bad" },
  undoing: { icon: LoaderCircle, tone: "info" },
  undo_stopped: { icon: CircleSlash, tone: "warn" },
  undone: { icon: Undo2, tone: "neutral" },
} satisfies Record<ImportState, { icon: LucideIcon; tone: Tone }>;

/** Where an import is: icon, word and colour. */
export function ImportStateBadge({ state }: { state: ImportState }) {
  const { t } = useTranslation("imports");
  return <Badge {...LOOKS[state]}>{t(`states.${state}`)}</Badge>;
}
