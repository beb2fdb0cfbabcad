import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Plug, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ConnectionList } from "~/components/connections/connection-list";
import { ConnectionTabs } from "~/components/connections/connection-tabs";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { listConnections } from "~/domain/connections/connections-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { useFormat } from "~/i18n/use-format";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "connections.view");
  const [{ user, role }, connections] = await Promise.all([ctx.db.entry(), listConnections(ctx)]);
  return {
    title: `${getServerT(user.language)("connections:title")} · OruCRM`,
    slug: ctx.slug,
    connections,
    mayManage: isAllowed(role, "connections.manage"),
    maySeeDeliveries: isAllowed(role, "deliveries.view"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Connections() {
  const { slug, connections, mayManage, maySeeDeliveries } = useLoaderData<typeof loader>();
  const { t } = useTranslation("connections");
  const format = useFormat();
  const add = mayManage && (
    <LinkButton to="new" variant="primary">
      <Plus aria-hidden="true" />
      {t("add")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} count={format.number(connections.length)} action={add} />
      <ConnectionTabs slug={slug} maySeeDeliveries={maySeeDeliveries} />
      <Card>
        {connections.length > 0 ? (
          <ConnectionList connections={connections} />
        ) : (
          <EmptyState icon={Plug} title={t("empty.title")} action={add}>
            {t("empty.body")}
          </EmptyState>
        )}
      </Card>
    </>
  );
}
