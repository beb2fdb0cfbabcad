import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "../ui/card";
import { ConfirmDialog } from "./confirm-dialog";

/** For the owner, on the page of another Admin: handing the organization over. */
export function OwnershipCard({ name }: { name: string }) {
  const { t } = useTranslation("members");
  return (
    <Card>
      <CardHeader title={t("ownership.title")} />
      <CardBody className="grid justify-items-start gap-4">
        <p className="text-muted">{t("ownership.lead")}</p>
        <ConfirmDialog
          intent="transfer"
          label={t("ownership.transfer")}
          title={t("ownership.confirmTitle", { name })}
          description={t("ownership.confirm", { name })}
        />
      </CardBody>
    </Card>
  );
}
