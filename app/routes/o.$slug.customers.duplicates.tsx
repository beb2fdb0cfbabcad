import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { CopyCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { DuplicateRows } from "~/components/duplicates/duplicate-rows";
import { ListCard } from "~/components/lists/list-card";
import { EmptyState } from "~/components/ui/empty-state";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { tabListStyles, tabStyles } from "~/components/ui/tab-styles";
import { DUPLICATE_STATES, duplicateListSchema } from "~/domain/duplicates/duplicate-list.schema";
import { listDuplicates } from "~/domain/duplicates/duplicates-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { useFormat } from "~/i18n/use-format";
import { listQuery } from "~/lib/list-query";
import { readParams } from "~/lib/read-params";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.merge");
  const asked = readParams(duplicateListSchema, new URL(args.request.url).searchParams);
  const [{ user }, list] = await Promise.all([ctx.db.entry(), listDuplicates(ctx, asked)]);
  const title = `${getServerT(user.language)("duplicates:title")} · OruCRM`;
  return {
    title,
    base: `/o/${ctx.slug}/customers`,
    show: asked.show,
    isFirst: asked.after === undefined,
    ...list,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Duplicates() {
  const { base, show, isFirst, rows, counts, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["duplicates", "customers"]);
  const format = useFormat();
  const isLater = show === "later";
  const toOf = (after: string | null) => listQuery({ show: isLater ? show : null, after });
  return (
    <>
      <PageHeader title={t("title")} crumbs={[{ label: t("customers:title"), to: base }]} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <p className="text-muted">{t("intro")}</p>
        <nav aria-label={t("title")} className={tabListStyles}>
          {DUPLICATE_STATES.map((state) => (
            <Link
              key={state}
              to={listQuery({ show: state === "open" ? null : state })}
              aria-current={state === show ? "page" : undefined}
              prefetch="intent"
              className={tabStyles}
            >
              {t(state)} <span className="figures text-faint">{format.number(counts[state])}</span>
            </Link>
          ))}
        </nav>
        <ListCard
          rows={rows.length}
          empty={
            <EmptyState icon={CopyCheck} title={t(isLater ? "empty.laterTitle" : "empty.title")}>
              {t(isLater ? "empty.laterBody" : "empty.body")}
            </EmptyState>
          }
        >
          <DuplicateRows pairs={rows} base={base} />
          <Pagination previousTo={isFirst ? null : toOf(null)} nextTo={next === null ? null : toOf(next)} />
        </ListCard>
      </div>
    </>
  );
}
