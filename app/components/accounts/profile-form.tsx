import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import type { profileFormSchema } from "~/domain/accounts/accounts.schema";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "~/i18n/languages";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { THEMES, type Theme } from "../shell/shell-types";

type ProfileFormProps = { user: { name: string; email: string; language: Language; theme: Theme } };

/** The person's name, and how the product looks to them. */
export function ProfileForm({ user }: ProfileFormProps) {
  const { t } = useTranslation(["auth", "shell", "common"]);
  const [form, fields] = useActionForm<z.input<typeof profileFormSchema>>({
    defaultValue: { name: user.name, language: user.language, theme: user.theme },
  });
  const { pathname } = useLocation();
  return (
    // Without the query, which says what was saved before.
    <ActionForm form={form} action={pathname}>
      <FormField field={fields.name} label={t("profile.name")} autoComplete="name" />
      <FormSelect
        field={fields.language}
        label={t("profile.language")}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <FormSelect
        field={fields.theme}
        label={t("profile.theme")}
        options={THEMES.map((value) => ({ value, label: t(`shell:account.${value}`) }))}
      />
      <SubmitButton className="justify-self-start">{t("common:actions.saveChanges")}</SubmitButton>
    </ActionForm>
  );
}
