import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ListedJob } from "~/domain/jobs/jobs-queries.server";
import { useFormat } from "~/i18n/use-format";
import { buttonStyles } from "../ui/button-styles";

type JobResultProps = {
  slug: string;
  job: Pick<ListedJob, "id" | "kind" | "state" | "expiresAt">;
};

/** Where what a kind of job made is downloaded. */
const EXPORTS: Readonly<Record<string, string>> = { full_export: "exports", list_export: "exports/lists" };

/** The way to what a finished export made, and until when it is kept. */
export function JobResult({ slug, job }: JobResultProps) {
  const { t } = useTranslation("activity");
  const format = useFormat();
  const place = EXPORTS[job.kind];
  if (!place || job.state !== "done") return null;
  if (job.expiresAt === null) {
    return <span className="text-sm font-normal text-faint">{t("gone")}</span>;
  }
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {/* A file, not a page: the browser asks for it itself. */}
      <a href={`/o/${slug}/${place}/${job.id}`} download className={buttonStyles({ size: "small" })}>
        <Download aria-hidden="true" />
        {t("download")}
      </a>
      <span className="text-sm font-normal text-muted">
        {t("until", { date: format.date(job.expiresAt) })}
      </span>
    </span>
  );
}
