import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConnectionActions } from "~/components/connections/connection-actions";
import { ConnectionAlerts } from "~/components/connections/connection-alerts";
import { ConnectionFacts } from "~/components/connections/connection-facts";
import { ConnectionSetup } from "~/components/connections/connection-setup";
import { LatestDeliveries } from "~/components/connections/latest-deliveries";
import { MappingNote } from "~/components/connections/mapping-note";
import { PolicyNote } from "~/components/connections/policy-note";
import { RemoveDialog } from "~/components/connections/remove-dialog";
import { ShopAccess } from "~/components/connections/shop-access";
import { parseForm } from "~/components/forms/parse-form";
import { ConnectionState } from "~/components/status/connection-state";
import { SyncLink } from "~/components/sync/sync-link";
import { PageHeader } from "~/components/ui/page-header";
import { CONNECTORS } from "~/connectors/registry";
import { actOnConnection } from "~/domain/connections/act-on-connection.server";
import { connectionActionSchema } from "~/domain/connections/connections.schema";
import { getConnection } from "~/domain/connections/connections-queries.server";
import { getSetup } from "~/domain/connections/get-setup.server";
import { listDeliveries } from "~/domain/deliveries/deliveries-queries.server";
import { NO_FILTERS } from "~/domain/deliveries/delivery-filters";
import { isAllowed } from "~/domain/organizations/permissions";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

const LATEST = 8;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "connections.view");
  const connectionId = args.params.connectionId ?? "";
  const filters = { ...NO_FILTERS, connection: connectionId };
  const [{ user, role }, connection, log] = await Promise.all([
    ctx.db.entry(),
    getConnection(ctx, { connectionId }),
    listDeliveries(ctx, filters, {}),
  ]);
  const mayManage = isAllowed(role, "connections.manage") && connection.removedAt === null;
  const { label, policyUrl } = CONNECTORS[connection.platform];
  return {
    title: `${connection.name} · ${getServerT(user.language)("connections:title")} · OruCRM`,
    slug: ctx.slug,
    connection,
    policy: { label, policyUrl },
    mayManage,
    setup: mayManage ? await getSetup(args.context.config, connection, user.language) : null,
    deliveries: isAllowed(role, "deliveries.view") ? log.deliveries.slice(0, LATEST) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "connections.manage");
  const submission = parseForm(await args.request.formData(), connectionActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const shown = await actOnConnection(
      ctx,
      args.context.config,
      args.params.connectionId ?? "",
      submission.value,
    );
    if (submission.value.intent === "remove") return redirect(`/o/${ctx.slug}/connections`);
    return data(shown ?? submission.reply({ hideFields: ["secret"] }));
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Connection() {
  const { slug, connection, policy, mayManage, setup, deliveries } = useLoaderData<typeof loader>();
  const { t } = useTranslation("connections");
  const base = `/o/${slug}`;
  const log = `${base}/connections/deliveries`;
  return (
    <>
      <PageHeader
        title={connection.name}
        detail={<ConnectionState state={connection.health} />}
        crumbs={[{ label: t("title"), to: `${base}/connections` }]}
        action={mayManage && <ConnectionActions connection={connection} />}
      />
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4 sm:gap-5">
          <ConnectionAlerts
            connection={connection}
            mayManage={mayManage}
            logTo={deliveries && `${log}?connection=${connection.id}`}
          />
          {setup?.oneClick && (
            <ShopAccess connection={connection} oneClick={setup.oneClick} label={policy.label} />
          )}
          {mayManage && (
            <MappingNote connection={connection} to={`${base}/connections/${connection.id}/mapping`} />
          )}
          {setup && <ConnectionSetup connection={connection} setup={setup} ordersTo={`${base}/orders`} />}
          {deliveries && <LatestDeliveries deliveries={deliveries} connectionId={connection.id} base={log} />}
        </div>
        <div className="grid gap-4">
          <ConnectionFacts connection={connection} />
          {connection.removedAt === null && <SyncLink to="sync" />}
          <PolicyNote {...policy} />
          {mayManage && <RemoveDialog name={connection.name} />}
        </div>
      </div>
    </>
  );
}
