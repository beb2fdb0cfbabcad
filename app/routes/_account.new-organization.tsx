import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import { ActionForm } from "~/components/forms/action-form";
import { FormField } from "~/components/forms/form-field";
import { FormSelect } from "~/components/forms/form-select";
import { parseForm } from "~/components/forms/parse-form";
import { SubmitButton } from "~/components/forms/submit-button";
import { useActionForm } from "~/components/forms/use-action-form";
import { AuthCard } from "~/components/shell/auth-card";
import { useVisitorPath } from "~/components/shell/use-visitor-path";
import { TextLink } from "~/components/ui/text-link";
import { findAccountBySession } from "~/domain/accounts/account-queries.server";
import { listCurrencies, listTimeZones } from "~/domain/organizations/choices.server";
import { createOrganization } from "~/domain/organizations/create-organization.server";
import { createOrganizationSchema } from "~/domain/organizations/organization.schema";
import { accountsContext, requireSession } from "~/http/accounts.server";
import { refuseForm } from "~/http/refuse-form.server";
import { redirectToLanguage } from "~/http/visitor-page.server";
import { getServerT } from "~/i18n/i18n.server";
import { AppError } from "~/lib/app-error";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireSession(args);
  const account = await findAccountBySession(args.context.accounts, sessionId);
  if (!account) throw new AppError("unauthenticated", "errors:sessionEnded");
  redirectToLanguage(args.request, account.language);
  return {
    title: `${getServerT(account.language)("organizations:create.title")} · OruCRM`,
    timeZones: listTimeZones(),
    currencies: listCurrencies(account.language),
  };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireSession(args);
  const submission = parseForm(await args.request.formData(), createOrganizationSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const slug = await createOrganization(await accountsContext(args), session, submission.value);
    return redirect(`/o/${slug}`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export default function NewOrganizationPage() {
  const { timeZones, currencies } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organizations");
  const path = useVisitorPath();
  const [form, fields] = useActionForm<z.input<typeof createOrganizationSchema>>({
    defaultValue: { timeZone: "Asia/Kuala_Lumpur", currency: "MYR" },
  });
  return (
    <AuthCard
      title={t("create.title")}
      lead={t("create.lead")}
      footer={<TextLink to={path("/o?choose")}>{t("create.back")}</TextLink>}
    >
      <ActionForm form={form}>
        <FormField field={fields.name} label={t("create.name")} autoComplete="organization" />
        <FormSelect
          field={fields.timeZone}
          label={t("create.timeZone")}
          help={t("create.timeZoneHelp")}
          options={timeZones}
        />
        <FormSelect field={fields.currency} label={t("create.currency")} options={currencies} />
        <SubmitButton isBlock>{t("create.submit")}</SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}
