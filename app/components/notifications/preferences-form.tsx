import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import type { notificationPreferencesSchema } from "~/domain/notifications/notification.schema";
import { ActionForm } from "../forms/action-form";
import { FormCheckbox } from "../forms/form-checkbox";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { Badge } from "../ui/badge";

type PreferencesFormProps = { preferences: z.output<typeof notificationPreferencesSchema> };

/** What one is told and how; what cannot be switched off says so. */
export function PreferencesForm({ preferences }: PreferencesFormProps) {
  const { t } = useTranslation("notifications");
  const [form, fields] = useActionForm<z.input<typeof notificationPreferencesSchema>>({
    id: "preferences",
    defaultValue: preferences,
  });
  return (
    <ActionForm form={form}>
      <Group
        title={t("preferences.service.title")}
        body={t("preferences.service.body")}
        mark={<Badge>{t("preferences.always")}</Badge>}
      />
      <Group title={t("preferences.product.title")} body={t("preferences.product.body")}>
        <FormCheckbox field={fields.productMail} label={t("preferences.product.mail")} isOptional />
        <FormCheckbox field={fields.productInApp} label={t("preferences.product.inApp")} isOptional />
      </Group>
      <Group title={t("preferences.policy.title")} body={t("preferences.policy.body")}>
        <FormCheckbox field={fields.policyInApp} label={t("preferences.policy.inApp")} isOptional />
      </Group>
      <SubmitButton className="justify-self-start">{t("preferences.save")}</SubmitButton>
    </ActionForm>
  );
}

type GroupProps = { title: string; body: string; mark?: ReactNode; children?: ReactNode };

function Group({ title, body, mark, children }: GroupProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 flex flex-wrap items-center gap-2 text-base font-medium text-ink">
        {title} {mark}
      </legend>
      <p className="max-w-[68ch] text-pretty text-muted">{body}</p>
      {children}
    </fieldset>
  );
}
