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
import { linkSchema } from "~/domain/accounts/accounts.schema";
import { LINK_LIFETIME } from "~/domain/accounts/email-token.server";
import { findVerification, verifyEmail } from "~/domain/accounts/verify-email.server";
import { accountsContext } from "~/http/accounts.server";
import { redirectVisitor, visitorTitle } from "~/http/visitor-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** Looks, and uses nothing up: programs that check mails follow links, people press buttons. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const parsed = linkSchema.safeParse({ token: searchParams.get("token") });
  const token = parsed.success ? parsed.data.token : null;
  return {
    title: await visitorTitle(args.request, "auth:verify.title"),
    token,
    lifetime: LINK_LIFETIME,
    waiting: token === null ? null : await findVerification(await accountsContext(args), token),
  };
}

export async function action(args: ActionFunctionArgs) {
  const parsed = linkSchema.safeParse(Object.fromEntries(await args.request.formData()));
  const isVerified = parsed.success && (await verifyEmail(await accountsContext(args), parsed.data.token));
  if (isVerified) return redirectVisitor(args.request, "/log-in?notice=verified");
  return data({ isExpired: true }, 422);
}

export default function VerifyPage() {
  const { t } = useTranslation("auth");
  const { token, waiting, lifetime } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (token === null || waiting === null || answer !== undefined)
    return <DeadLink kind="verify" lifetime={lifetime} />;
  return (
    <AuthCard title={t("verify.title")} lead={t("verify.lead", waiting)}>
      <Form method="post">
        <input type="hidden" name="token" value={token} />
        <SubmitButton isBlock>{t("verify.submit")}</SubmitButton>
      </Form>
    </AuthCard>
  );
}
