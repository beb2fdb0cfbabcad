import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CurrencyTabs } from "~/components/dashboard/currency-tabs";
import { FirstSteps } from "~/components/dashboard/first-steps";
import { LatestOrders } from "~/components/dashboard/latest-orders";
import { PeriodFigures } from "~/components/dashboard/period-figures";
import { RevenueChart } from "~/components/dashboard/revenue-chart";
import { SampleBanner } from "~/components/dashboard/sample-banner";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { getDashboard } from "~/domain/analytics/get-dashboard.server";
import { MONTH_DAYS } from "~/domain/analytics/sales";
import { isAllowed } from "~/domain/organizations/permissions";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { useZone } from "~/i18n/zone";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "dashboard.view");
  const [{ user }, { role, ...dashboard }] = await Promise.all([ctx.db.entry(), getDashboard(ctx)]);
  return {
    ...dashboard,
    title: `${getServerT(user.language)("dashboard:title")} · OruCRM`,
    slug: ctx.slug,
    mayConnect: isAllowed(role, "connections.manage"),
    mayRemoveSample: isAllowed(role, "sample.remove"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Dashboard() {
  const { slug, latestOrders, isConnected, hasSample, mayConnect, mayRemoveSample } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("dashboard");
  const zone = useZone();
  const base = `/o/${slug}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={<span className="text-sm text-faint">{t("zone", { zone })}</span>}
      />
      {hasSample && <SampleBanner slug={slug} mayRemove={mayRemoveSample} />}
      {latestOrders.length === 0 ? (
        <FirstSteps isConnected={isConnected} mayConnect={mayConnect} connectionsTo={`${base}/connections`} />
      ) : (
        <div className="grid gap-4 sm:gap-5">
          <Numbers base={base} />
          <LatestOrders orders={latestOrders} to={`${base}/orders`} />
        </div>
      )}
    </>
  );
}

/** Both times of the currency that the URL names, the organization's own without one. */
function Numbers({ base }: { base: string }) {
  const { sales, buyers } = useLoaderData<typeof loader>();
  const { t } = useTranslation("dashboard");
  const [search] = useSearchParams();
  const shown = sales.find((one) => one.currency === search.get("currency")) ?? sales[0];
  if (!shown) return null;
  const { currency, windows, days } = shown;
  const to = { orders: `${base}/orders`, customers: `${base}/customers` };
  const at = (window: keyof typeof windows) => ({ sales: windows[window], buyers: buyers[window] });
  return (
    <>
      <CurrencyTabs currencies={sales.map((one) => one.currency)} shown={currency} />
      <Card className="overflow-hidden">
        <CardHeader
          title={t("today")}
          detail={<span className="sm:hidden">{t("against.yesterday")}</span>}
          className="border-b border-line pb-3!"
        />
        <PeriodFigures
          currency={currency}
          now={at("today")}
          before={at("yesterday")}
          against={t("against.yesterday")}
          to={to}
        />
      </Card>
      <Card className="overflow-hidden">
        <CardHeader
          title={t("last30Days")}
          detail={<span className="sm:hidden">{t("against.before", { days: MONTH_DAYS })}</span>}
          className="border-b border-line pb-3!"
        />
        <PeriodFigures
          currency={currency}
          now={at("month")}
          before={at("before")}
          against={t("against.before", { days: MONTH_DAYS })}
          to={to}
        />
        <CardBody className="border-t border-line pt-4 sm:pt-5">
          <RevenueChart days={days} currency={currency} />
        </CardBody>
      </Card>
    </>
  );
}
