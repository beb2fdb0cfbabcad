import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { CustomerRows } from "~/components/customers/customer-rows";
import { CustomerSortChip } from "~/components/customers/customer-sorting";
import { ConnectShop } from "~/components/lists/connect-shop";
import { ListCard } from "~/components/lists/list-card";
import { listCount } from "~/components/lists/list-count";
import { NothingFound } from "~/components/lists/nothing-found";
import { FilterBar } from "~/components/ui/filter-chips";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { SearchBox } from "~/components/ui/search-box";
import { listOrSearchCustomers } from "~/domain/customers/list-or-search-customers.server";
import { readListParams } from "~/domain/filters/list-query.schema";
import { SORTS } from "~/domain/filters/list-sorts";
import { isAllowed } from "~/domain/organizations/permissions";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { useFormat } from "~/i18n/use-format";
import { listQuery } from "~/lib/list-query";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  const params = readListParams("customers", new URL(args.request.url).searchParams);
  const [{ user, role }, list] = await Promise.all([ctx.db.entry(), listOrSearchCustomers(ctx, params)]);
  return {
    title: `${getServerT(user.language)("customers:title")} · OruCRM`,
    ...list,
    params,
    seesContacts: isAllowed(role, "contacts.view"),
    connectTo: isAllowed(role, "connections.manage") ? `/o/${ctx.slug}/connections/new` : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Customers() {
  const { rows, previous, next, currency, seesContacts, connectTo, params, ...list } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("customers");
  const format = useFormat();
  const sorting = params.q ? null : { sort: params.sort, order: params.order };
  const kept = { sort: params.sort === SORTS.customers[0] ? undefined : params.sort, order: params.order };
  const note = sorting ? sorting.sort === "spend" && t("spendNote", { currency }) : t("searchNote");
  return (
    <>
      <PageHeader title={t("title")} count={sorting && listCount(format, list)} />
      <FilterBar>
        <SearchBox label={t(seesContacts ? "search" : "searchNames")} value={params.q} />
        {sorting && <CustomerSortChip sort={sorting.sort} />}
      </FilterBar>
      <ListCard
        rows={rows.length}
        empty={
          params.q || list.count > 0 ? (
            <NothingFound of="customers" bodyKey={seesContacts ? undefined : "noResult.bodyNames"} />
          ) : (
            <ConnectShop of="customers" icon={Users} to={connectTo} />
          )
        }
        footer={
          <Pagination
            previousTo={previous && listQuery(kept, { before: previous })}
            nextTo={next && listQuery(kept, { after: next })}
          >
            {rows.length > 0 && note}
          </Pagination>
        }
      >
        <CustomerRows customers={rows} currency={currency} sorting={sorting} />
      </ListCard>
    </>
  );
}
