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
import { LINK_LIFETIME } from "~/domain/accounts/email-token.server";
import { undoEmailChange } from "~/domain/accounts/undo-email-change.server";
import { accountsContext } from "~/http/accounts.server";
import { postedToken, readLink } from "~/http/link-page.server";
import { redirectVisitor, visitorTitle } from "~/http/visitor-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  return {
    title: await visitorTitle(args.request, "account:undoEmail.title"),
    link: await readLink(args, "undo_email_change"),
    lifetime: LINK_LIFETIME,
  };
}

export async function action(args: ActionFunctionArgs) {
  const token = await postedToken(args.request);
  const undone = token === null ? null : await undoEmailChange(await accountsContext(args), token);
  if (!undone) return data({ isDead: true }, 422);
  const headers = { "Set-Cookie": args.context.session.destroy() };
  return redirectVisitor(args.request, `/new-password?token=${undone.resetToken}`, headers);
}

export default function UndoEmailPage() {
  const { t } = useTranslation("account");
  const { link, lifetime } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!link || answer) return <DeadLink kind="undo" lifetime={lifetime} />;
  return (
    <AuthCard title={t("undoEmail.title")} lead={t("undoEmail.lead", { email: link.email })}>
      <Form method="post">
        <input type="hidden" name="token" value={link.token} />
        <SubmitButton isBlock>{t("undoEmail.submit")}</SubmitButton>
      </Form>
    </AuthCard>
  );
}
