import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ShoppingBag } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ConnectShop } from "~/components/lists/connect-shop";
import { ListCard } from "~/components/lists/list-card";
import { listCount } from "~/components/lists/list-count";
import { NothingFound } from "~/components/lists/nothing-found";
import { OrderFilterBar } from "~/components/orders/order-filter-bar";
import { OrderRows } from "~/components/orders/order-rows";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { readListParams } from "~/domain/filters/list-query.schema";
import { listOrSearchOrders } from "~/domain/orders/list-or-search-orders.server";
import { listShops } from "~/domain/orders/order-list-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { useFormat } from "~/i18n/use-format";
import { listQuery } from "~/lib/list-query";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "orders.view");
  const url = new URL(args.request.url);
  const params = readListParams("orders", url.searchParams);
  const [{ user, role }, list, shops] = await Promise.all([
    ctx.db.entry(),
    listOrSearchOrders(ctx, params),
    listShops(ctx),
  ]);
  return {
    title: `${getServerT(user.language)("orders:title")} · OruCRM`,
    ...list,
    shops,
    params: {
      q: params.q,
      status: url.searchParams.get("status"),
      shop: url.searchParams.get("shop"),
      customer: url.searchParams.get("customer"),
    },
    connectTo: isAllowed(role, "connections.manage") ? `/o/${ctx.slug}/connections/new` : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Orders() {
  const { rows, previous, next, shops, connectTo, params, ...list } = useLoaderData<typeof loader>();
  const { t } = useTranslation("orders");
  const format = useFormat();
  const { q, status, shop, customer } = params;
  const kept = { status, shop, customer };
  const isNarrowed = Boolean(q || status || shop || customer);
  return (
    <>
      <PageHeader title={t("title")} count={q ? undefined : listCount(format, list)} />
      <OrderFilterBar params={params} shops={shops} customerName={rows[0]?.customerName ?? null} />
      <ListCard
        rows={rows.length}
        empty={
          isNarrowed ? (
            <NothingFound of="orders" />
          ) : (
            <ConnectShop of="orders" icon={ShoppingBag} to={connectTo} />
          )
        }
        footer={
          <Pagination
            previousTo={previous && listQuery(kept, { before: previous })}
            nextTo={next && listQuery(kept, { after: next })}
          />
        }
      >
        <OrderRows orders={rows} />
      </ListCard>
    </>
  );
}
