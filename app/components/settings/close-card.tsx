import { useTranslation } from "react-i18next";
import type { CloseForm } from "~/domain/organizations/closing.schema";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { Card, CardBody, CardHeader } from "../ui/card";
import { TextLink } from "../ui/text-link";

/** What closing means, and the name to be typed before it begins. */
export function CloseCard({ slug, name }: { slug: string; name: string }) {
  const { t } = useTranslation("rights");
  const [form, fields] = useActionForm<CloseForm>({ id: "close" });
  return (
    <Card>
      <CardHeader title={t("closing.title")} />
      <CardBody className="grid gap-5">
        <div className="grid max-w-prose gap-3 text-muted">
          <p>{t("closing.body")}</p>
          <ul className="grid list-disc gap-1.5 pl-5">
            <li>{t("closing.goes")}</li>
            <li>{t("closing.shops")}</li>
            <li>{t("closing.members")}</li>
          </ul>
          <TextLink to={`/o/${slug}/settings/data`}>{t("closing.exportFirst")}</TextLink>
        </div>
        <ActionForm form={form}>
          <input type="hidden" name="intent" value="close" />
          <FormField field={fields.name} label={t("closing.name", { name })} autoComplete="off" />
          <SubmitButton variant="danger" className="justify-self-start">
            {t("closing.close")}
          </SubmitButton>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
