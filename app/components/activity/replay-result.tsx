import { useTranslation } from "react-i18next";
import { isOver } from "~/domain/jobs/job-kinds";
import type { ListedJob } from "~/domain/jobs/jobs-queries.server";
import { TextLink } from "../ui/text-link";

type ReplayResultProps = {
  slug: string;
  job: Pick<ListedJob, "state">;
  replay: NonNullable<ListedJob["replay"]>;
};

/** What became of a replay of many deliveries, and the way to those that failed, or to all. */
export function ReplayResult({ slug, job, replay }: ReplayResultProps) {
  const { t } = useTranslation("deliveries");
  if (!isOver(job.state)) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-normal text-muted">
      {job.state === "done" && t("replay.result", replay)}
      <TextLink to={`/o/${slug}/connections/deliveries?replay=${replay.id}`}>{t("replay.open")}</TextLink>
    </span>
  );
}
