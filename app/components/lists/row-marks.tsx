import { FlaskConical, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../ui/badge";

/** Marks made-up data. */
export function SampleMark() {
  const { t } = useTranslation("common");
  return <Badge title={t("sampleHint")}>{t("sample")}</Badge>;
}

/** Marks a test order, which counts nowhere. */
export function TestMark() {
  const { t } = useTranslation("orders");
  return (
    <Badge tone="info" icon={FlaskConical} title={t("testHint")}>
      {t("test")}
    </Badge>
  );
}

/** Marks what the shop deleted. */
export function RemovedMark() {
  const { t } = useTranslation("orders");
  return (
    <Badge tone="warn" icon={Trash2}>
      {t("removed")}
    </Badge>
  );
}
