import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { SearchX, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { ListCard } from "~/components/lists/list-card";
import { TrashList } from "~/components/trash/trash-list";
import { TrashTabs } from "~/components/trash/trash-tabs";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { Pagination } from "~/components/ui/pagination";
import { SearchBox } from "~/components/ui/search-box";
import { isAllowed } from "~/domain/organizations/permissions";
import { purgeRecords } from "~/domain/trash/purge-records.server";
import { purgeSchema, trashParamsSchema } from "~/domain/trash/trash.schema";
import { listTrash } from "~/domain/trash/trash-queries.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireFresh } from "~/http/require-fresh.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { listQuery } from "~/lib/list-query";
import { readParams } from "~/lib/read-params";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "trash.view");
  const params = readParams(trashParamsSchema, new URL(args.request.url).searchParams);
  const [{ user, role, organization }, list] = await Promise.all([ctx.db.entry(), listTrash(ctx, params)]);
  return {
    title: `${getServerT(user.language)("trash:title")} · OruCRM`,
    base: `/o/${ctx.slug}`,
    ...list,
    noun: params.noun,
    q: params.q,
    mayPurge: isAllowed(role, "trash.purge"),
    organizationName: organization.name,
  };
}

/** Deletes for good what was selected. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "trash.purge");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), purgeSchema);
  if (submission.status !== "success") return refuseForm(submission);
  await requireFresh(args);
  try {
    await purgeRecords(ctx, submission.value);
  } catch (error) {
    return refuseForm(submission, error);
  }
  return submission.reply();
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Trash() {
  const { rows, previous, next, noun, q, ...page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("trash");
  const kept = { noun: noun === "customer" ? undefined : noun, q };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="text-muted">{t("lead")}</p>
      <TrashTabs noun={noun} />
      <SearchBox label={t("search")} value={q} keep={kept.noun ? { noun: kept.noun } : {}} />
      <ListCard
        rows={rows.length}
        empty={
          q ? (
            <EmptyState
              icon={SearchX}
              title={t("noResult.title")}
              action={<LinkButton to={listQuery({ noun: kept.noun })}>{t("noResult.clear")}</LinkButton>}
            >
              {t("noResult.body")}
            </EmptyState>
          ) : (
            <EmptyState icon={Trash2} title={t("empty.title")}>
              {t("empty.body")}
            </EmptyState>
          )
        }
        footer={
          <Pagination
            previousTo={previous && listQuery(kept, { before: previous })}
            nextTo={next && listQuery(kept, { after: next })}
          />
        }
      >
        <TrashList key={noun} noun={noun} rows={rows} {...page} />
      </ListCard>
    </div>
  );
}
