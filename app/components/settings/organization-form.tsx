import { useTranslation } from "react-i18next";
import type * as z from "zod";
import type {
  OrganizationSettings,
  updateOrganizationSchema,
} from "~/domain/organizations/organization.schema";
import { LANGUAGE_NAMES, LANGUAGES } from "~/i18n/languages";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";
import { FormTextarea } from "../forms/form-textarea";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";

type Choices = { value: string; label: string }[];

type OrganizationFormProps = {
  organization: OrganizationSettings;
  timeZones: Choices;
  currencies: Choices;
};

/** Name, details and how times and amounts are shown. */
export function OrganizationForm({ organization, timeZones, currencies }: OrganizationFormProps) {
  const { t } = useTranslation("settings");
  const { details, ...rest } = organization;
  const [form, fields] = useActionForm<z.input<typeof updateOrganizationSchema>>({
    id: "organization",
    defaultValue: { ...rest, ...details },
  });
  return (
    <ActionForm form={form}>
      <FormField field={fields.name} label={t("organization.name")} help={t("organization.nameHelp")} />
      <FormField
        field={fields.registrationNumber}
        label={t("organization.registrationNumber")}
        help={t("organization.detailsHelp")}
        isOptional
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField
          field={fields.phone}
          label={t("organization.phone")}
          type="tel"
          autoComplete="tel"
          isOptional
        />
        <FormField
          field={fields.website}
          label={t("organization.website")}
          inputMode="url"
          autoComplete="url"
          isOptional
        />
      </div>
      <FormTextarea field={fields.address} label={t("organization.postal")} rows={3} isOptional />
      <FormSelect
        field={fields.timeZone}
        label={t("organization.timeZone")}
        help={t("organization.timeZoneHelp")}
        options={timeZones}
      />
      <FormSelect
        field={fields.currency}
        label={t("organization.currency")}
        help={t("organization.currencyHelp")}
        options={currencies}
      />
      <FormSelect
        field={fields.language}
        label={t("organization.language")}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <SubmitButton className="justify-self-start">{t("organization.save")}</SubmitButton>
    </ActionForm>
  );
}
