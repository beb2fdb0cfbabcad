import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Activity as ActivityIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { JobList } from "~/components/activity/job-list";
import { BulkNotices } from "~/components/bulk/bulk-notices";
import { parseForm } from "~/components/forms/parse-form";
import { Card, CardHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { cancelJob } from "~/domain/jobs/cancel-job.server";
import { cancelJobSchema } from "~/domain/jobs/job.schema";
import { listJobs } from "~/domain/jobs/jobs-queries.server";
import { refuseButton } from "~/http/refuse-button.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "activity.view");
  const [{ user }, jobs] = await Promise.all([ctx.db.entry(), listJobs(ctx)]);
  return {
    title: `${getServerT(user.language)("activity:title")} · OruCRM`,
    slug: ctx.slug,
    jobs,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "activity.view");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), cancelJobSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await cancelJob(ctx, submission.value);
    return { isDone: true as const };
  } catch (error) {
    return refuseButton(error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Activity() {
  const { slug, jobs } = useLoaderData<typeof loader>();
  const { t } = useTranslation("activity");
  return (
    <Card>
      <BulkNotices base={`/o/${slug}`} />
      <CardHeader title={t("title")} detail={t("lead")} />
      {jobs.length > 0 ? (
        <JobList slug={slug} jobs={jobs} />
      ) : (
        <EmptyState icon={ActivityIcon} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      )}
    </Card>
  );
}
