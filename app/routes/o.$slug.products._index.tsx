import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Package } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ConnectShop } from "~/components/lists/connect-shop";
import { ListCard } from "~/components/lists/list-card";
import { NothingFound } from "~/components/lists/nothing-found";
import { ProductFilterBar } from "~/components/products/product-filter-bar";
import { ProductRows } from "~/components/products/product-rows";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { readListParams } from "~/domain/filters/list-query.schema";
import { listShops } from "~/domain/orders/order-list-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { listOrSearchProducts } from "~/domain/products/list-or-search-products.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { listQuery } from "~/lib/list-query";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "products.view");
  const url = new URL(args.request.url);
  const params = readListParams("products", url.searchParams);
  const [{ user, role }, list, shops] = await Promise.all([
    ctx.db.entry(),
    listOrSearchProducts(ctx, params),
    listShops(ctx),
  ]);
  return {
    title: `${getServerT(user.language)("products:title")} · OruCRM`,
    ...list,
    shops,
    params: { q: params.q, stock: url.searchParams.get("stock"), shop: url.searchParams.get("shop") },
    connectTo: isAllowed(role, "connections.manage") ? `/o/${ctx.slug}/connections/new` : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Products() {
  const { rows, previous, next, shops, connectTo, params } = useLoaderData<typeof loader>();
  const { t } = useTranslation("products");
  const { q, stock, shop } = params;
  return (
    <>
      <PageHeader title={t("title")} />
      <ProductFilterBar params={params} shops={shops} />
      <ListCard
        rows={rows.length}
        empty={
          q || stock || shop ? (
            <NothingFound of="products" />
          ) : (
            <ConnectShop of="products" icon={Package} to={connectTo} />
          )
        }
        footer={
          <Pagination
            previousTo={previous && listQuery({ stock, shop }, { before: previous })}
            nextTo={next && listQuery({ stock, shop }, { after: next })}
          />
        }
      >
        <ProductRows products={rows} />
      </ListCard>
    </>
  );
}
