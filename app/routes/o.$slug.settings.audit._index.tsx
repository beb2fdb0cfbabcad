import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ScrollText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ActFilterBar } from "~/components/audit/act-filter-bar";
import { ActList } from "~/components/audit/act-list";
import { AuditCheckCard } from "~/components/audit/audit-check-card";
import { ExportActs } from "~/components/audit/export-acts";
import { Card, CardHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { hasActFilters, writeActQuery } from "~/domain/audit/act-filters";
import { readActFilters, readActPosition, readVerifyAfter } from "~/domain/audit/act-filters.schema";
import { listActs } from "~/domain/audit/audit-queries.server";
import { verifyAudit } from "~/domain/audit/verify-audit.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "audit.view");
  const params = new URL(args.request.url).searchParams;
  const filters = readActFilters(params);
  const [{ user, role }, page] = await Promise.all([
    ctx.db.entry(),
    listActs(ctx, filters, readActPosition(params)),
  ]);
  return {
    title: `${getServerT(user.language)("audit:title")} · OruCRM`,
    slug: ctx.slug,
    filters,
    mayExport: isAllowed(role, "audit.export"),
    ...page,
  };
}

/** Checks a part of the log. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "audit.view");
  return verifyAudit(ctx, { after: readVerifyAfter(await args.request.formData()) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Audit() {
  const { slug, acts, older, newer, people, filters, mayExport } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit");
  const empty = hasActFilters(filters) ? "nothingFound" : "empty";
  const pageTo = (side: "before" | "after", seq: number | null) =>
    seq === null ? null : writeActQuery(filters, { [side]: String(seq) });
  return (
    <div className="grid grid-cols-1 gap-4 sm:gap-5">
      <Card>
        <CardHeader
          title={t("title")}
          detail={t("lead")}
          action={mayExport && <ExportActs slug={slug} filters={filters} />}
        />
        <ActFilterBar filters={filters} people={people} />
        {acts.length > 0 ? (
          <ActList acts={acts} filters={filters} />
        ) : (
          <EmptyState icon={ScrollText} title={t(`${empty}.title`)}>
            {t(`${empty}.body`)}
          </EmptyState>
        )}
        <Pagination previousTo={pageTo("after", newer)} nextTo={pageTo("before", older)} />
      </Card>
      <AuditCheckCard />
    </div>
  );
}
