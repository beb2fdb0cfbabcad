import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { SubmitButton } from "../forms/submit-button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { LinkButton } from "../ui/link-button";

/** Until when a closing organization can be taken back, and the button that does it. */
export function ReopenCard({ slug, closesAt }: { slug: string; closesAt: Date | string }) {
  const { t } = useTranslation("rights");
  const format = useFormat();
  return (
    <Card>
      <CardHeader title={t("closing.isClosing")} />
      <CardBody className="grid gap-4">
        <p className="max-w-prose text-muted">{t("closing.until", { date: format.date(closesAt) })}</p>
        <div className="flex flex-wrap gap-2">
          <Form method="post">
            <SubmitButton name="intent" value="reopen">
              {t("closing.reopen")}
            </SubmitButton>
          </Form>
          <LinkButton to={`/o/${slug}/settings/data`}>{t("export.title")}</LinkButton>
        </div>
      </CardBody>
    </Card>
  );
}
