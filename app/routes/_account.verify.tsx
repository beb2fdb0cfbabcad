import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/forms/submit-button";
import { AuthCard } from "~/components/shell/auth-card";
import { useVisitorPath } from "~/components/shell/use-visitor-path";
import { LinkButton } from "~/components/ui/link-button";
import { verifyEmailSchema } from "~/domain/accounts/accounts.schema";
import { TOKEN_MINUTES } from "~/domain/accounts/email-token.server";
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
  const parsed = verifyEmailSchema.safeParse({ token: searchParams.get("token") });
  const token = parsed.success ? parsed.data.token : null;
  return {
    title: await visitorTitle(args.request, "auth:verify.title"),
    token,
    minutes: TOKEN_MINUTES,
    waiting: token === null ? null : await findVerification(await accountsContext(args), token),
  };
}

export async function action(args: ActionFunctionArgs) {
  const parsed = verifyEmailSchema.safeParse(Object.fromEntries(await args.request.formData()));
  const isVerified = parsed.success && (await verifyEmail(await accountsContext(args), parsed.data.token));
  if (isVerified) return redirectVisitor(args.request, "/log-in?notice=verified");
  return data({ isExpired: true }, 422);
}

export default function VerifyPage() {
  const { t } = useTranslation("auth");
  const { token, waiting, minutes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (token === null || waiting === null || answer !== undefined) return <ExpiredLink minutes={minutes} />;
  return (
    <AuthCard title={t("verify.title")} lead={t("verify.lead", waiting)}>
      <Form method="post">
        <input type="hidden" name="token" value={token} />
        <SubmitButton isBlock>{t("verify.submit")}</SubmitButton>
      </Form>
    </AuthCard>
  );
}

function ExpiredLink({ minutes }: { minutes: number }) {
  const { t } = useTranslation("auth");
  const path = useVisitorPath();
  return (
    <AuthCard title={t("verify.expiredTitle")} lead={t("verify.expired", { minutes })}>
      <div className="grid gap-3">
        <LinkButton to={path("/check-your-email")} variant="primary" isBlock>
          {t("verify.askTitle")}
        </LinkButton>
        <LinkButton to={path("/log-in")} isBlock>
          {t("signUp.logIn")}
        </LinkButton>
      </div>
    </AuthCard>
  );
}
