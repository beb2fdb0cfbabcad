import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isOver } from "~/domain/jobs/job-kinds";
import type { ListedJob } from "~/domain/jobs/jobs-queries.server";
import { useBulk } from "../bulk/use-bulk";
import { Button } from "../ui/button";
import { buttonStyles } from "../ui/button-styles";

type BulkResultProps = {
  slug: string;
  job: Pick<ListedJob, "state" | "done" | "failed">;
  change: NonNullable<ListedJob["bulk"]>;
};

/** What became of a change of many records: which could not be changed, and the way back. */
export function BulkResult({ slug, job, change }: BulkResultProps) {
  const { t } = useTranslation("activity");
  const base = `/o/${slug}`;
  const bulk = useBulk(base);
  if (!isOver(job.state) || job.done === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      {job.failed > 0 && (
        // A file, not a page: the browser asks for it itself.
        <a href={`${base}/bulk/${change.id}/failures`} download className={buttonStyles({ size: "small" })}>
          <Download aria-hidden="true" />
          {t("bulk.failures", { count: job.failed })}
        </a>
      )}
      {change.undoneAt === null ? (
        <Button size="small" disabled={bulk.isPending} onClick={() => bulk.undo(change.id)}>
          {t("bulk.undo")}
        </Button>
      ) : (
        <span className="text-sm font-normal text-muted">{t("bulk.undone")}</span>
      )}
    </span>
  );
}
