import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DeadLink } from "~/components/accounts/dead-link";
import { SubmitButton } from "~/components/forms/submit-button";
import { AuthCard } from "~/components/shell/auth-card";
import { LinkButton } from "~/components/ui/link-button";
import { confirmEmailChange } from "~/domain/accounts/confirm-email-change.server";
import { LINK_LIFETIME } from "~/domain/accounts/email-token.server";
import { accountsContext } from "~/http/accounts.server";
import { postedToken, readLink } from "~/http/link-page.server";
import { visitorTitle } from "~/http/visitor-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  return {
    title: await visitorTitle(args.request, "account:confirmEmail.title"),
    link: await readLink(args, "change_email"),
    lifetime: LINK_LIFETIME,
  };
}

export async function action(args: ActionFunctionArgs) {
  const token = await postedToken(args.request);
  const isDone = token !== null && (await confirmEmailChange(await accountsContext(args), token));
  return data({ isDone }, isDone ? 200 : 422);
}

export default function ConfirmEmailPage() {
  const { t } = useTranslation("account");
  const { link, lifetime } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.isDone) {
    return (
      <AuthCard title={t("confirmEmail.doneTitle")} lead={t("confirmEmail.done")}>
        <LinkButton to="/o" variant="primary" isBlock>
          {t("confirmEmail.go")}
        </LinkButton>
      </AuthCard>
    );
  }
  if (!link || answer) return <DeadLink kind="email" lifetime={lifetime} />;
  return (
    <AuthCard title={t("confirmEmail.title")} lead={t("confirmEmail.lead", link)}>
      <Form method="post">
        <input type="hidden" name="token" value={link.token} />
        <SubmitButton isBlock>{t("confirmEmail.submit")}</SubmitButton>
      </Form>
    </AuthCard>
  );
}
