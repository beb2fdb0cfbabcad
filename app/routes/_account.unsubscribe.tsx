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
import { unsubscribe } from "~/domain/notifications/unsubscribe.server";
import { readUnsubscribeToken } from "~/domain/notifications/unsubscribe-token";
import { visitorTitle } from "~/http/visitor-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** Shows, and changes nothing: programs that check mails follow links. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  return {
    title: await visitorTitle(request, "public:unsubscribe.title"),
    isGenuine: (await readUnsubscribeToken(context.keyring, token)) !== null,
  };
}

/** From the page's button, or from a mail program's own (RFC 8058); the token is in the address both times. */
export async function action({ request, context }: ActionFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const { db, visit } = context.accounts;
  const isDone = await unsubscribe({ db, visit, keyring: context.keyring }, token);
  return data({ isDone }, isDone ? 200 : 422);
}

export default function UnsubscribePage() {
  const { isGenuine } = useLoaderData<typeof loader>();
  const isDone = useActionData<typeof action>()?.isDone;
  const { t } = useTranslation("public");
  if (isDone || isDone === false || !isGenuine) return <Outcome isDone={isDone === true} />;
  return (
    <AuthCard title={t("unsubscribe.title")} lead={t("unsubscribe.lead")}>
      <Form method="post">
        <SubmitButton isBlock>{t("unsubscribe.submit")}</SubmitButton>
      </Form>
    </AuthCard>
  );
}

function Outcome({ isDone }: { isDone: boolean }) {
  const { t } = useTranslation("public");
  const path = useVisitorPath();
  const outcome = isDone ? "done" : "broken";
  return (
    <AuthCard title={t(`unsubscribe.${outcome}Title`)} lead={t(`unsubscribe.${outcome}`)}>
      <LinkButton to={path("/log-in")} isBlock>
        {t("header.logIn")}
      </LinkButton>
    </AuthCard>
  );
}
