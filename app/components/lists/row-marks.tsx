import { FlaskConical, type LucideIcon, Shapes, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "../ui/badge";

type MarkProps = { icon: LucideIcon; tone?: Tone; title?: string; word: string };

/** A word beside a row's name; in the narrow rows of a phone its icon alone is seen. */
function Mark({ icon, tone, title, word }: MarkProps) {
  return (
    <Badge tone={tone} icon={icon} title={title ?? word} className="shrink-0">
      <span className="@max-xl:sr-only">{word}</span>
    </Badge>
  );
}

/** Marks made-up data. It is on many rows at once, so where there is room the word alone is enough. */
export function SampleMark() {
  const { t } = useTranslation("common");
  return (
    <Badge title={t("sampleHint")} className="shrink-0">
      <Shapes aria-hidden="true" className="mr-1 inline @max-xl:mr-0 @xl:hidden" />
      <span className="@max-xl:sr-only">{t("sample")}</span>
    </Badge>
  );
}

/** Marks a test order, which counts nowhere. */
export function TestMark() {
  const { t } = useTranslation("orders");
  return <Mark icon={FlaskConical} tone="info" title={t("testHint")} word={t("test")} />;
}

/** Marks what the shop deleted. */
export function RemovedMark() {
  const { t } = useTranslation("orders");
  return <Mark icon={Trash2} tone="warn" word={t("removed")} />;
}
