import { useTranslation } from "react-i18next";
import type { ListedJob } from "~/domain/jobs/jobs-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Progress } from "../ui/progress";

/** How far a job has come while it runs; how much it was when it is over. */
export function JobProgress({ job }: { job: Pick<ListedJob, "state" | "done" | "total"> }) {
  const { t } = useTranslation("activity");
  const format = useFormat();
  if (job.state === "running") {
    return <Progress className="max-w-64" label={t("progress")} done={job.done} total={job.total} />;
  }
  if (job.done === 0) return null;
  return (
    <span className="figures text-sm font-normal text-muted">
      {t("progress")}: {format.number(job.done)}
    </span>
  );
}
