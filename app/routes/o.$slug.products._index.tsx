import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Package } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ConnectShop } from "~/components/lists/connect-shop";
import { ListPage } from "~/components/lists/list-page";
import { USUAL_PRODUCT_COLUMNS, useProductColumns } from "~/components/products/use-product-columns";
import { LinkButton } from "~/components/ui/link-button";
import { readListParams } from "~/domain/filters/list-query.schema";
import { SORTS } from "~/domain/filters/list-sorts";
import { isAllowed } from "~/domain/organizations/permissions";
import { listOrSearchProducts } from "~/domain/products/list-or-search-products.server";
import { getListChoices } from "~/domain/views/list-choices-queries.server";
import { getListSetting, leadsTo } from "~/domain/views/views-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

const NOUN = "products";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "products.view");
  const search = new URL(args.request.url).searchParams;
  const params = readListParams(NOUN, search);
  const [{ user, role }, list, setting, choices] = await Promise.all([
    ctx.db.entry(),
    listOrSearchProducts(ctx, params),
    getListSetting(ctx, NOUN),
    getListChoices(ctx, NOUN, params),
  ]);
  const base = `/o/${ctx.slug}`;
  const view = leadsTo(NOUN, params, { search, setting });
  if (view) throw redirect(`${base}/${NOUN}${view}`);
  return {
    title: `${getServerT(user.language)("products:title")} · OruCRM`,
    list,
    facts: { noun: NOUN, base, params, setting, choices } as const,
    mayEnter: isAllowed(role, "products.edit"),
    connectTo: isAllowed(role, "connections.manage") ? `${base}/connections/new` : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Products() {
  const { list, facts, mayEnter, connectTo } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["products", "productPage", "lists"]);
  return (
    <ListPage
      facts={facts}
      list={list}
      title={t("products:title")}
      searchLabel={t("products:search")}
      columns={useProductColumns()}
      usualColumns={USUAL_PRODUCT_COLUMNS}
      sorts={SORTS[NOUN].map((name) => ({ name, label: t(`lists:sorts.${name}`) }))}
      nameOf={({ name }) => name}
      action={
        mayEnter && (
          <LinkButton variant="primary" to="new">
            {t("productPage:new.button")}
          </LinkButton>
        )
      }
      empty={<ConnectShop of="products" icon={Package} to={connectTo} />}
    />
  );
}
