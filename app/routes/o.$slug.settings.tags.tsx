import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Tags as TagsIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { DeleteTagDialog } from "~/components/tags/delete-tag-dialog";
import { MergeTagDialog } from "~/components/tags/merge-tag-dialog";
import { TagChip } from "~/components/tags/tag-chip";
import { TagDialog } from "~/components/tags/tag-dialog";
import { Card, CardHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { actOnTags } from "~/domain/tags/act-on-tags.server";
import { tagActionSchema } from "~/domain/tags/tags.schema";
import { listTags } from "~/domain/tags/tags-queries.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "tags.manage");
  const [{ user }, tags] = await Promise.all([ctx.db.entry(), listTags(ctx)]);
  return { title: `${getServerT(user.language)("tags:title")} · OruCRM`, tags };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "tags.manage");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), tagActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await actOnTags(ctx, submission.value);
    return submission.reply();
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TagSettings() {
  const { tags } = useLoaderData<typeof loader>();
  const { t } = useTranslation("tags");
  return (
    <Card>
      <CardHeader title={t("title")} detail={t("lead")} action={<TagDialog />} />
      {tags.length === 0 && (
        <EmptyState icon={TagsIcon} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {tags.map((tag) => (
          <li
            key={tag.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5 sm:px-5"
          >
            <span className="flex min-w-0 items-center gap-3">
              <TagChip {...tag} />
              <span className="text-sm text-muted">{t("customers", { count: tag.customersCount })}</span>
            </span>
            <span className="flex items-center max-sm:-ml-2.5 sm:-mr-2.5">
              <TagDialog tag={tag} />
              {tags.length > 1 && (
                <MergeTagDialog tag={tag} others={tags.filter(({ id }) => id !== tag.id)} />
              )}
              <DeleteTagDialog tag={tag} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
