import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FinishApproval } from "~/components/connections/finish-approval";
import { parseForm } from "~/components/forms/parse-form";
import { PageHeader } from "~/components/ui/page-header";
import { getConnection } from "~/domain/connections/connections-queries.server";
import { actOnShop } from "~/domain/connections/shop-api/act-on-shop.server";
import { shopActSchema } from "~/domain/connections/shop-api/approval.schema";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

/** Where the browser comes back to from a shop whose owner was asked. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "connections.manage");
  const [{ user }, connection] = await Promise.all([
    ctx.db.entry(),
    getConnection(ctx, { connectionId: args.params.connectionId ?? "" }),
  ]);
  const base = `/o/${ctx.slug}/connections`;
  const title = `${getServerT(user.language)("shopAccess:finish.title")} · OruCRM`;
  return { title, base, name: connection.name, to: `${base}/${connection.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "connections.manage");
  const submission = parseForm(await args.request.formData(), shopActSchema);
  if (submission.status !== "success") return refuseForm(submission);
  const connectionId = args.params.connectionId ?? "";
  try {
    const away = await actOnShop(ctx, args.context.config, connectionId, submission.value);
    if (away) return redirect(away.to);
    if (submission.value.intent === "finish") return redirect(`/o/${ctx.slug}/connections/${connectionId}`);
    return data(submission.reply({ hideFields: ["consumerSecret", "clientSecret"] }));
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Connect() {
  const { base, name, to } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["shopAccess", "connections"]);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t("finish.title")}
        crumbs={[
          { label: t("connections:title"), to: base },
          { label: name, to },
        ]}
      />
      <FinishApproval to={to} />
    </div>
  );
}
