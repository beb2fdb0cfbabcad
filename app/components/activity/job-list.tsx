import { useTranslation } from "react-i18next";
import type { ListedJob } from "~/domain/jobs/jobs-queries.server";
import { useMessage } from "~/i18n/use-message";
import { JobStateBadge } from "../status/job-state";
import { DateTime } from "../ui/date-time";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { BulkResult } from "./bulk-result";
import { CancelJob } from "./cancel-job";
import { JobProgress } from "./job-progress";
import { JobResult } from "./job-result";
import { ReplayResult } from "./replay-result";

type JobListProps = { slug: string; jobs: ListedJob[] };

/** Long work, newest first, with its progress and what came of it. */
export function JobList({ slug, jobs }: JobListProps) {
  const { t } = useTranslation("activity");
  const message = useMessage();
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("columns.work")}</HeaderCell>
        <HeaderCell>{t("columns.by")}</HeaderCell>
        <HeaderCell>{t("columns.when")}</HeaderCell>
        <HeaderCell>{t("columns.state")}</HeaderCell>
      </TableHead>
      <TableBody>
        {jobs.map((job) => (
          <Row key={job.id}>
            <Cell phone="title" className="whitespace-normal sm:py-2.5 @max-xl:col-span-2">
              <div className="grid gap-1">
                <span className="font-medium text-ink">
                  {job.bulk ? t(`bulk.${job.bulk.kind}`) : t(`kinds.${job.kind}`, t("unknownKind"))}
                </span>
                <JobProgress job={job} />
                {job.errorKey !== null && (
                  <span className="text-sm font-normal text-bad-text">{message(job.errorKey)}</span>
                )}
                {job.bulk && <BulkResult slug={slug} job={job} change={job.bulk} />}
                {job.replay && <ReplayResult slug={slug} job={job} replay={job.replay} />}
                {job.mayDownload && <JobResult slug={slug} job={job} />}
              </div>
            </Cell>
            <Cell>{job.creatorName}</Cell>
            <Cell phone="detail">
              <DateTime at={job.createdAt} className="text-muted" />
            </Cell>
            <Cell phone="aside">
              <span className="flex flex-wrap items-center justify-end gap-2 sm:justify-start">
                <JobStateBadge state={job.state} />
                {job.mayCancel && <CancelJob jobId={job.id} />}
              </span>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
