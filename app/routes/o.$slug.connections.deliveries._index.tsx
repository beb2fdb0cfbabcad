import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Inbox, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ConnectionTabs } from "~/components/connections/connection-tabs";
import { DeliveryFilterBar } from "~/components/connections/delivery-filter-bar";
import { DeliveryRows } from "~/components/connections/delivery-rows";
import { DeskBar } from "~/components/connections/desk/desk-bar";
import { useTicked } from "~/components/connections/desk/use-ticked";
import { TroubleGroups } from "~/components/connections/trouble-groups";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { CONNECTORS } from "~/connectors/registry";
import { listDeliveries, listLogConnections } from "~/domain/deliveries/deliveries-queries.server";
import { hasFilters, writeLogQuery } from "~/domain/deliveries/delivery-filters";
import { readDeliveryFilters } from "~/domain/deliveries/delivery-filters.schema";
import { listShopTroubles, listTroubles } from "~/domain/deliveries/desk/troubles-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { answerDesk } from "~/http/answer-desk.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "deliveries.view");
  const { searchParams } = new URL(args.request.url);
  const filters = readDeliveryFilters(searchParams);
  const page = {
    after: searchParams.get("after") ?? undefined,
    before: searchParams.get("before") ?? undefined,
  };
  const [{ user, role }, log, troubles, shopTroubles, connections] = await Promise.all([
    ctx.db.entry(),
    listDeliveries(ctx, filters, page),
    listTroubles(ctx, filters),
    listShopTroubles(ctx, filters),
    listLogConnections(ctx),
  ]);
  return {
    title: `${getServerT(user.language)("connections:deliveries.title")} · OruCRM`,
    slug: ctx.slug,
    mayReplay: isAllowed(role, "deliveries.replay"),
    filters,
    ...log,
    troubles,
    shopTroubles,
    connections,
    topics: [...new Set(Object.values(CONNECTORS).flatMap((connector) => connector.topics))].sort(),
  };
}

export async function action(args: ActionFunctionArgs) {
  return answerDesk(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Deliveries() {
  const {
    slug,
    mayReplay,
    filters,
    deliveries,
    previous,
    next,
    troubles,
    shopTroubles,
    connections,
    topics,
  } = useLoaderData<typeof loader>();
  const ticked = useTicked(deliveries.map(({ id }) => id));
  const { t } = useTranslation("connections");
  const base = `/o/${slug}/connections`;
  return (
    <>
      <PageHeader title={t("deliveries.title")} crumbs={[{ label: t("title"), to: base }]} />
      <ConnectionTabs slug={slug} maySeeDeliveries />
      <TroubleGroups {...{ troubles, shopTroubles, filters, base, mayReplay }} />
      <DeliveryFilterBar filters={filters} connections={connections} topics={topics} />
      {deliveries.length > 0 && (
        <DeskBar
          filters={filters}
          ticked={ticked}
          mayReplay={mayReplay}
          action={`${base}/deliveries?index`}
        />
      )}
      <Card>
        {deliveries.length > 0 && (
          <DeliveryRows
            deliveries={deliveries}
            base={`${base}/deliveries`}
            ticked={mayReplay ? ticked : undefined}
          />
        )}
        {deliveries.length === 0 && <NothingFound isFiltered={hasFilters(filters)} />}
        <Pagination
          previousTo={previous && writeLogQuery(filters, { before: previous })}
          nextTo={next && writeLogQuery(filters, { after: next })}
        />
      </Card>
    </>
  );
}

function NothingFound({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation("connections");
  if (!isFiltered) {
    return (
      <EmptyState icon={Inbox} title={t("deliveries.empty.title")}>
        {t("deliveries.empty.body")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title={t("deliveries.noResult.title")}
      action={<LinkButton to=".">{t("deliveries.noResult.clear")}</LinkButton>}
    >
      {t("deliveries.noResult.body")}
    </EmptyState>
  );
}
