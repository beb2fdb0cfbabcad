import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FactorCoverage } from "~/components/security-watch/factor-coverage";
import { SecurityEventRows } from "~/components/security-watch/security-event-rows";
import { SecurityFilterBar } from "~/components/security-watch/security-filter-bar";
import { Card, CardHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { readSecurityParams } from "~/domain/security/security-params.schema";
import { getFactorCoverage, listSecurityEvents } from "~/domain/security/security-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { listQuery } from "~/lib/list-query";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "security.view");
  const { after, before, ...filters } = readSecurityParams(new URL(args.request.url).searchParams);
  const [{ user }, page, factors] = await Promise.all([
    ctx.db.entry(),
    listSecurityEvents(ctx, { ...filters, after, before }),
    getFactorCoverage(ctx),
  ]);
  return {
    title: `${getServerT(user.language)("security:title")} · OruCRM`,
    filters,
    factors,
    ...page,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SecurityWatch() {
  const { events, previous, next, people, filters, factors } = useLoaderData<typeof loader>();
  const { t } = useTranslation("security");
  return (
    <div className="grid grid-cols-1 gap-4 sm:gap-5">
      <Card>
        <CardHeader title={t("title")} detail={t("lead")} />
        <SecurityFilterBar filters={filters} people={people} />
        {events.length > 0 ? (
          <SecurityEventRows events={events} />
        ) : (
          <EmptyState icon={ShieldCheck} title={t("empty.title")}>
            {t("empty.body")}
          </EmptyState>
        )}
        <Pagination
          previousTo={previous && listQuery(filters, { before: previous })}
          nextTo={next && listQuery(filters, { after: next })}
        />
      </Card>
      <FactorCoverage {...factors} />
    </div>
  );
}
