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
import { beginFactorReset, isFactorResetLink } from "~/domain/factors/begin-factor-reset.server";
import { factorsContext } from "~/http/factors.server";
import { visitorTitle } from "~/http/visitor-page.server";
import { useFormat } from "~/i18n/use-format";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** Looks, and uses nothing up: programs that check mails follow links, people press buttons. */
export async function loader(args: LoaderFunctionArgs) {
  const parsed = linkSchema.safeParse({ token: new URL(args.request.url).searchParams.get("token") });
  const token = parsed.success ? parsed.data.token : null;
  return {
    title: await visitorTitle(args.request, "auth:factorReset.title"),
    lifetime: LINK_LIFETIME,
    token: token !== null && (await isFactorResetLink(args.context.accounts, token)) ? token : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const parsed = linkSchema.safeParse(Object.fromEntries(await args.request.formData()));
  const begunAt = parsed.success
    ? await beginFactorReset(await factorsContext(args), parsed.data.token)
    : null;
  return data({ effectiveAt: begunAt }, begunAt ? 200 : 422);
}

/** From the mail: begins the three days after which the password is enough. */
export default function FactorResetPage() {
  const { t } = useTranslation("auth");
  const format = useFormat();
  const { token, lifetime } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.effectiveAt) {
    const at = format.dateTime(answer.effectiveAt);
    return <AuthCard title={t("factorReset.begunTitle")} lead={t("factorReset.begun", { at })} />;
  }
  if (token === null || answer) return <DeadLink kind="factors" lifetime={lifetime} />;
  return (
    <AuthCard title={t("factorReset.title")} lead={t("factorReset.lead")}>
      <Form method="post">
        <input type="hidden" name="token" value={token} />
        <SubmitButton isBlock>{t("factorReset.submit")}</SubmitButton>
      </Form>
    </AuthCard>
  );
}
