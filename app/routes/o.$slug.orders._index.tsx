import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ShoppingBag } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ConnectShop } from "~/components/lists/connect-shop";
import { ListPage } from "~/components/lists/list-page";
import { USUAL_ORDER_COLUMNS, useOrderColumns } from "~/components/orders/use-order-columns";
import { LinkButton } from "~/components/ui/link-button";
import { readListParams } from "~/domain/filters/list-query.schema";
import { SORTS } from "~/domain/filters/list-sorts";
import { listOrSearchOrders } from "~/domain/orders/list-or-search-orders.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { getListChoices } from "~/domain/views/list-choices-queries.server";
import { getListSetting, leadsTo } from "~/domain/views/views-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

const NOUN = "orders";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "orders.view");
  const search = new URL(args.request.url).searchParams;
  const params = readListParams(NOUN, search);
  const [{ user, role }, list, setting, choices] = await Promise.all([
    ctx.db.entry(),
    listOrSearchOrders(ctx, params),
    getListSetting(ctx, NOUN),
    getListChoices(ctx, NOUN, params),
  ]);
  const base = `/o/${ctx.slug}`;
  const view = leadsTo(NOUN, params, { search, setting });
  if (view) throw redirect(`${base}/${NOUN}${view}`);
  return {
    title: `${getServerT(user.language)("orders:title")} · OruCRM`,
    list,
    facts: { noun: NOUN, base, params, setting, choices } as const,
    newTo: isAllowed(role, "orders.edit") ? `${base}/orders/new` : null,
    connectTo: isAllowed(role, "connections.manage") ? `${base}/connections/new` : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Orders() {
  const { list, facts, connectTo, newTo } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["orders", "lists", "sales", "checkouts"]);
  const { params, choices } = facts;
  const isByTotal = params.sort === "total" && params.q === "";
  return (
    <ListPage
      facts={facts}
      list={list}
      title={t("orders:title")}
      searchLabel={t("orders:search")}
      columns={useOrderColumns()}
      usualColumns={USUAL_ORDER_COLUMNS}
      sorts={SORTS[NOUN].map((name) => ({ name, label: t(`lists:sorts.${name}`) }))}
      nameOf={({ number }) => number}
      action={
        <>
          <LinkButton to={`${facts.base}/checkouts`}>{t("checkouts:title")}</LinkButton>
          {newTo && (
            <LinkButton variant="primary" to={newTo}>
              {t("sales:newOrder.title")}
            </LinkButton>
          )}
        </>
      }
      empty={<ConnectShop of="orders" icon={ShoppingBag} to={connectTo} />}
      note={isByTotal ? t("lists:totalNote", { currency: choices.currency }) : undefined}
    />
  );
}
