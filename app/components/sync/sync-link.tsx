import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "../ui/card";
import { LinkButton } from "../ui/link-button";

/** The way from a connection to its sync and receipts. */
export function SyncLink({ to }: { to: string }) {
  const { t } = useTranslation("receipts");
  return (
    <Card>
      <CardHeader title={t("link.title")} />
      <CardBody className="grid justify-items-start gap-3">
        <p className="text-sm text-muted">{t("link.body")}</p>
        <LinkButton size="small" to={to}>
          {t("link.open")}
        </LinkButton>
      </CardBody>
    </Card>
  );
}
