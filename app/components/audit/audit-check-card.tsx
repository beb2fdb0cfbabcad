import { ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { type AuditCheck, useAuditCheck } from "./use-audit-check";

/** Checks that the log is as it was written, and says what was found. */
export function AuditCheckCard() {
  const { t } = useTranslation("audit");
  const { check, start } = useAuditCheck();
  return (
    <Card>
      <CardHeader
        title={t("check.title")}
        detail={t("check.lead")}
        action={
          <Button size="small" isLoading={check.kind === "running"} onClick={start}>
            <ShieldCheck aria-hidden="true" />
            {t("check.start")}
          </Button>
        }
      />
      {check.kind !== "idle" && (
        <CardBody>
          <CheckAnswer check={check} />
        </CardBody>
      )}
    </Card>
  );
}

function CheckAnswer({ check }: { check: Exclude<AuditCheck, { kind: "idle" }> }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const { checked, erased, anchors, broken } = check.found;
  const counts = {
    rows: format.number(checked),
    erased: format.number(erased),
    anchors: format.number(anchors),
  };
  if (check.kind === "running") return <p role="status">{t("check.running", counts)}</p>;
  if (broken) {
    return (
      <Banner tone="bad" title={t("check.broken", { seq: format.number(broken.seq) })}>
        {t(`check.why.${broken.why}`)} {t("check.whatNow")}
      </Banner>
    );
  }
  return (
    <Banner tone="good" title={t("check.whole")}>
      {t("check.counts", counts)}
    </Banner>
  );
}
