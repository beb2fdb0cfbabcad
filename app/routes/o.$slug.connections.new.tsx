import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NewConnectionForm } from "~/components/connections/new-connection-form";
import { PlatformChoice } from "~/components/connections/platform-choice";
import { PolicyNote } from "~/components/connections/policy-note";
import { parseForm } from "~/components/forms/parse-form";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { PLATFORMS } from "~/connectors/registry";
import { createConnectionSchema } from "~/domain/connections/connections.schema";
import { createConnection } from "~/domain/connections/create-connection.server";
import { describePlatform } from "~/domain/connections/describe-platform";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "connections.manage");
  const { user } = await ctx.db.entry();
  return {
    title: `${getServerT(user.language)("connections:new.title")} · OruCRM`,
    slug: ctx.slug,
    platforms: PLATFORMS.map((platform) => describePlatform(platform, user.language)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "connections.manage");
  const submission = parseForm(await args.request.formData(), createConnectionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const { connectionId } = await createConnection(ctx, submission.value);
    return redirect(`/o/${ctx.slug}/connections/${connectionId}`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewConnection() {
  const { slug, platforms } = useLoaderData<typeof loader>();
  const { t } = useTranslation("connections");
  const [search] = useSearchParams();
  const chosen = platforms.find((one) => one.platform === search.get("platform"));
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("new.title")} crumbs={[{ label: t("title"), to: `/o/${slug}/connections` }]} />
      {chosen ? (
        <Card>
          <CardHeader title={chosen.label} />
          <CardBody className="grid gap-5">
            <NewConnectionForm platform={chosen} />
            <PolicyNote label={chosen.label} policyUrl={chosen.policyUrl} />
          </CardBody>
        </Card>
      ) : (
        <PlatformChoice platforms={platforms} />
      )}
    </div>
  );
}
