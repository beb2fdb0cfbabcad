import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Repeat } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ListCard } from "~/components/lists/list-card";
import { NothingFound } from "~/components/lists/nothing-found";
import { SubscriptionFilterBar } from "~/components/subscriptions/subscription-filter-bar";
import { SubscriptionRows } from "~/components/subscriptions/subscription-rows";
import { EmptyState } from "~/components/ui/empty-state";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { listShops } from "~/domain/orders/order-list-queries.server";
import { subscriptionListSchema } from "~/domain/subscriptions/subscription-list.schema";
import { listSubscriptions } from "~/domain/subscriptions/subscription-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { listQuery } from "~/lib/list-query";
import { readParams } from "~/lib/read-params";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "subscriptions.view");
  const params = readParams(subscriptionListSchema, new URL(args.request.url).searchParams);
  const [{ user }, list, shops] = await Promise.all([
    ctx.db.entry(),
    listSubscriptions(ctx, params),
    listShops(ctx),
  ]);
  return { title: `${getServerT(user.language)("subscriptions:title")} · OruCRM`, ...list, shops, params };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Subscriptions() {
  const { rows, previous, next, shops, params } = useLoaderData<typeof loader>();
  const { t } = useTranslation("subscriptions");
  const { q, status, shop } = params;
  return (
    <>
      <PageHeader title={t("title")} />
      <SubscriptionFilterBar params={params} shops={shops} />
      <ListCard
        rows={rows.length}
        empty={
          q || status || shop ? (
            <NothingFound of="subscriptions" />
          ) : (
            <EmptyState icon={Repeat} title={t("empty.title")}>
              {t("empty.body")}
            </EmptyState>
          )
        }
        footer={
          <Pagination
            previousTo={previous && listQuery({ status, shop }, { before: previous })}
            nextTo={next && listQuery({ status, shop }, { after: next })}
          />
        }
      >
        <SubscriptionRows subscriptions={rows} />
      </ListCard>
    </>
  );
}
