import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { CloudOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { BackfillCard } from "~/components/sync/backfill-card";
import { GapsCard } from "~/components/sync/gaps-card";
import { PollCard } from "~/components/sync/poll-card";
import { ReceiptsCard } from "~/components/sync/receipts-card";
import { UnreadCard } from "~/components/sync/unread-card";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { isAllowed } from "~/domain/organizations/permissions";
import { actOnSync, syncActionSchema } from "~/domain/receipts/act-on-sync.server";
import { getSync } from "~/domain/receipts/sync-queries.server";
import { refuseButton } from "~/http/refuse-button.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "connections.view");
  const [{ user, role }, sync] = await Promise.all([
    ctx.db.entry(),
    getSync(ctx, { connectionId: args.params.connectionId ?? "" }),
  ]);
  const t = getServerT(user.language);
  return {
    title: `${t("receipts:pageTitle", { name: sync.name })} · OruCRM`,
    slug: ctx.slug,
    sync,
    mayManage: isAllowed(role, "connections.manage") && !sync.isRemoved,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "connections.manage");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), syncActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await actOnSync(ctx, args.params.connectionId ?? "", submission.value);
    return { isDone: true as const };
  } catch (error) {
    return refuseButton(error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ConnectionSync() {
  const { slug, sync, mayManage } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["receipts", "connections"]);
  const base = `/o/${slug}`;
  const connection = `${base}/connections/${sync.id}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={t("lead")}
        crumbs={[
          { label: t("connections:title"), to: `${base}/connections` },
          { label: sync.name, to: connection },
        ]}
      />
      {sync.hasKeys ? (
        <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 sm:gap-5">
            <BackfillCard sync={sync} mayManage={mayManage} />
            {sync.gapCount > 0 && <GapsCard sync={sync} mayManage={mayManage} />}
            <ReceiptsCard sync={sync} />
            {sync.unread.length > 0 && <UnreadCard unread={sync.unread} />}
          </div>
          <PollCard sync={sync} />
        </div>
      ) : (
        <Card>
          <EmptyState
            icon={CloudOff}
            title={t("noKeys.title")}
            action={
              <LinkButton variant="primary" to={sync.isSupported ? connection : `${base}/imports/new`}>
                {t(sync.isSupported ? "noKeys.open" : "noKeys.import")}
              </LinkButton>
            }
          >
            {sync.isSupported ? t("noKeys.body") : t("noKeys.unsupported", { platform: sync.label })}
          </EmptyState>
        </Card>
      )}
    </>
  );
}
