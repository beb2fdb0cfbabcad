import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import * as z from "zod";
import { SubmitButton } from "~/components/forms/submit-button";
import { WordChanges } from "~/components/public/word-changes";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { TextLink } from "~/components/ui/text-link";
import { getShellState } from "~/domain/notifications/notification-queries.server";
import { acceptPolicy } from "~/domain/privacy/accept-policy.server";
import { readHistory } from "~/domain/privacy/policy-history";
import { policyStateOf } from "~/domain/privacy/policy-state";
import { accountsContext } from "~/http/accounts.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { useFormat } from "~/i18n/use-format";

const acceptSchema = z.object({ version: z.string().max(20) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "dashboard.view");
  const [{ user }, { policyVersion }] = await Promise.all([ctx.db.entry(), getShellState(ctx)]);
  return {
    title: `${getServerT(user.language)("shell:policy.title")} · OruCRM`,
    slug: ctx.slug,
    state: policyStateOf(policyVersion, ctx.now()),
    changed: readHistory(user.language)
      .filter(({ version }) => version > policyVersion)
      .flatMap(({ changed }) => changed),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, db, slug } = await requireOrg(args, "dashboard.view");
  await db.entry();
  const parsed = acceptSchema.safeParse(Object.fromEntries(await args.request.formData()));
  if (!parsed.success) return data({ isAccepted: false }, 422);
  await acceptPolicy(await accountsContext(args), actor.sessionId, parsed.data.version);
  return redirect(`/o/${slug}`);
}

/** What changes in the policy, to read and accept, or to take one's data and go. */
export default function PolicyPage() {
  const { slug, state, changed } = useLoaderData<typeof loader>();
  const { t } = useTranslation("shell");
  const format = useFormat();
  const date = state.kind === "accepted" ? "" : format.date(`${state.version}T04:00:00Z`);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("policy.title")} />
      <Card>
        <CardHeader title={t(`policy.${state.kind}Title`, { date })} />
        <CardBody className="grid gap-5">
          <p className="text-pretty text-muted">{t(`policy.${state.kind}Body`, { date })}</p>
          {changed.length > 0 && <WordChanges changed={changed} />}
          <p>
            <TextLink to="/privacy">{t("policy.whole")}</TextLink>
          </p>
          {state.kind !== "accepted" && (
            <div className="flex flex-wrap gap-2">
              <Form method="post">
                <input type="hidden" name="version" value={state.version} />
                <SubmitButton>{t("policy.accept")}</SubmitButton>
              </Form>
              <LinkButton to={`/o/${slug}/settings/your-data`}>{t("policy.leave")}</LinkButton>
            </div>
          )}
        </CardBody>
      </Card>
    </div>
  );
}
