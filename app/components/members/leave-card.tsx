import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "../ui/card";
import { ConfirmDialog } from "./confirm-dialog";

/** A member's own way out; the owner hands the organization over first. */
export function LeaveCard({ organization, isOwner }: { organization: string; isOwner: boolean }) {
  const { t } = useTranslation("members");
  return (
    <Card>
      <CardHeader title={t("leave.title")} />
      <CardBody className="grid justify-items-start gap-4">
        <p className="text-muted">{t(isOwner ? "leave.owner" : "leave.lead")}</p>
        {!isOwner && (
          <ConfirmDialog
            intent="leave"
            label={t("leave.leave")}
            title={t("leave.confirmTitle", { organization })}
            description={t("leave.confirm")}
          />
        )}
      </CardBody>
    </Card>
  );
}
