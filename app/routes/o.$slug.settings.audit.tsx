import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ScrollText } from "lucide-react";
import { useTranslation } from "react-i18next";
import * as z from "zod";
import { ActList } from "~/components/settings/act-list";
import { Card, CardHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { listActs } from "~/domain/audit/audit-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

const beforeSchema = z.coerce.number().int().positive().nullable().catch(null);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "audit.view");
  const before = beforeSchema.parse(new URL(args.request.url).searchParams.get("before"));
  const [{ user }, page] = await Promise.all([ctx.db.entry(), listActs(ctx, { before })]);
  return {
    title: `${getServerT(user.language)("audit:title")} · OruCRM`,
    isFirst: before === null,
    ...page,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Audit() {
  const { acts, next, isFirst } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit");
  return (
    <Card>
      <CardHeader title={t("title")} detail={t("lead")} />
      {acts.length > 0 ? (
        <ActList acts={acts} />
      ) : (
        <EmptyState icon={ScrollText} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      )}
      {/* Read from the newest on; the way back leads to the start. */}
      <Pagination previousTo={isFirst ? null : "?"} nextTo={next === null ? null : `?before=${next}`} />
    </Card>
  );
}
