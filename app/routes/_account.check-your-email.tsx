import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import { ActionForm } from "~/components/forms/action-form";
import { FormField } from "~/components/forms/form-field";
import { parseForm } from "~/components/forms/parse-form";
import { SubmitButton } from "~/components/forms/submit-button";
import { useActionForm } from "~/components/forms/use-action-form";
import { AuthCard } from "~/components/shell/auth-card";
import { useVisitorPath } from "~/components/shell/use-visitor-path";
import { Banner } from "~/components/ui/banner";
import { TextLink } from "~/components/ui/text-link";
import { askForLinkSchema } from "~/domain/accounts/accounts.schema";
import { resendVerification } from "~/domain/accounts/resend-verification.server";
import { accountsContext } from "~/http/accounts.server";
import { refuseForm } from "~/http/refuse-form.server";
import { visitorTitle } from "~/http/visitor-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { title: await visitorTitle(request, "auth:verify.askTitle") };
}

export async function action(args: ActionFunctionArgs) {
  const submission = parseForm(await args.request.formData(), askForLinkSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await resendVerification(await accountsContext(args), submission.value);
    return data({ sentTo: submission.value.email });
  } catch (error) {
    return refuseForm(submission, error);
  }
}

/** For whoever lost the link or waited too long. */
export default function CheckYourEmailPage() {
  const { t } = useTranslation("auth");
  const path = useVisitorPath();
  const answer = useActionData<typeof action>();
  const sentTo = answer && "sentTo" in answer ? answer.sentTo : null;
  const lastResult = answer && !("sentTo" in answer) ? answer : null;
  const [form, fields] = useActionForm<z.input<typeof askForLinkSchema>>({ lastResult });
  return (
    <AuthCard
      title={t("verify.askTitle")}
      lead={t("verify.ask")}
      footer={<TextLink to={path("/log-in")}>{t("signUp.logIn")}</TextLink>}
    >
      {sentTo !== null && (
        <Banner tone="good" className="mb-5">
          {t("verify.ifWaiting", { email: sentTo })}
        </Banner>
      )}
      <ActionForm form={form}>
        <FormField field={fields.email} label={t("fields.email")} type="email" autoComplete="email" />
        <SubmitButton isBlock>{t("verify.askSubmit")}</SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}
