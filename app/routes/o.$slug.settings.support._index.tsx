import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { AskForm } from "~/components/support/ask-form";
import { SupportRows } from "~/components/support/support-rows";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { requireAttempt } from "~/domain/accounts/attempt-policies.server";
import { PRIVACY_CONTACT } from "~/domain/privacy/policy";
import { askSupport } from "~/domain/support/ask-support.server";
import { askSupportSchema } from "~/domain/support/support.schema";
import { listSupportRequests } from "~/domain/support/support-queries.server";
import { accountsContext } from "~/http/accounts.server";
import { mailOperatorsSoon } from "~/http/mail-soon.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "support.ask");
  const { searchParams } = new URL(args.request.url);
  const params = {
    after: searchParams.get("after") ?? undefined,
    before: searchParams.get("before") ?? undefined,
  };
  const [{ user, role }, page] = await Promise.all([ctx.db.entry(), listSupportRequests(ctx, params)]);
  return {
    title: `${getServerT(user.language)("support:title")} · OruCRM`,
    isAdmin: role === "admin",
    contact: PRIVACY_CONTACT,
    ...page,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "support.ask");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), askSupportSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await requireAttempt(await accountsContext(args), "supportMessage", ctx.actor.id);
    const { id } = await askSupport(ctx, submission.value);
    mailOperatorsSoon(args);
    return redirect(`/o/${ctx.slug}/settings/support/${id}`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export default function Support() {
  const { rows, previous, next, isAdmin, contact } = useLoaderData<typeof loader>();
  const { t } = useTranslation("support");
  return (
    <div className="grid gap-4 *:min-w-0 sm:gap-5">
      <Card>
        <CardHeader title={t("ask.title")} detail={t("lead")} />
        <CardBody className="max-w-2xl">
          <AskForm />
          <p className="mt-5 text-sm text-muted">
            {t("privacy")}{" "}
            <a href={`mailto:${contact}`} className="text-brand-text underline underline-offset-3">
              {contact}
            </a>
          </p>
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t(isAdmin ? "list.ofOrganization" : "list.title")} />
        {rows.length > 0 ? (
          <SupportRows requests={rows} />
        ) : (
          <CardBody className="text-muted">{t("list.empty")}</CardBody>
        )}
        <Pagination previousTo={previous && `?before=${previous}`} nextTo={next && `?after=${next}`} />
      </Card>
    </div>
  );
}
