import { useTranslation } from "react-i18next";
import { PERIODS } from "~/domain/backfills/backfill.schema";
import type { Sync } from "~/domain/receipts/sync-queries.server";
import { useFormat } from "~/i18n/use-format";
import { useMessage } from "~/i18n/use-message";
import { CancelJob } from "../activity/cancel-job";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Progress } from "../ui/progress";
import { Select } from "../ui/select";
import { SyncButton } from "./sync-button";

type BackfillCardProps = { sync: Sync; mayManage: boolean };

/** Brings in a shop's past: the period, true progress with an estimate, and how the last one ended. */
export function BackfillCard({ sync, mayManage }: BackfillCardProps) {
  const { t } = useTranslation("receipts");
  return (
    <Card>
      <CardHeader
        title={t("backfill.title")}
        detail={
          sync.showsOnlyOrders ? t("backfill.leadOrders", { platform: sync.label }) : t("backfill.lead")
        }
      />
      <CardBody className="grid gap-4">
        <LastBackfill sync={sync} />
        {sync.isRunning ? (
          <RunningBackfill sync={sync} mayManage={mayManage} />
        ) : (
          mayManage && <StartBackfill sync={sync} />
        )}
      </CardBody>
    </Card>
  );
}

function LastBackfill({ sync }: { sync: Sync }) {
  const { t } = useTranslation("receipts");
  const format = useFormat();
  const message = useMessage();
  const { backfill, polls } = sync;
  const reason = backfill?.errorKey ?? null;
  return (
    <p className="text-sm text-muted">
      {polls.backfilledAt
        ? t("backfill.done", { time: format.dateTime(polls.backfilledAt) })
        : t("backfill.never")}
      {backfill?.state === "failed" && reason !== null && (
        <span className="mt-1 block text-bad-text">{t("backfill.failed", { reason: message(reason) })}</span>
      )}
      {backfill?.state === "cancelled" && <span className="mt-1 block">{t("backfill.cancelled")}</span>}
    </p>
  );
}

function RunningBackfill({ sync, mayManage }: BackfillCardProps) {
  const { t } = useTranslation("receipts");
  const { backfill, minutesLeft } = sync;
  if (!backfill) return null;
  const isWaiting = (backfill.waits ?? 0) > 0;
  return (
    <div className="grid gap-3">
      <Progress
        className="max-w-lg"
        label={t("backfill.running")}
        done={backfill.done}
        total={backfill.total}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="text-sm text-muted">
          {isWaiting
            ? t("backfill.waiting")
            : minutesLeft !== null && t("backfill.left", { count: minutesLeft })}
        </span>
        {mayManage && <CancelJob jobId={backfill.id} />}
      </div>
    </div>
  );
}

function StartBackfill({ sync }: { sync: Sync }) {
  const { t } = useTranslation("receipts");
  const started = t("backfill.started");
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SyncButton
        intent="backfill"
        doneWords={started}
        variant="primary"
        label={t(sync.polls.backfilledAt ? "backfill.again" : "backfill.start")}
      >
        <span className="grid gap-1">
          <label htmlFor="period" className="text-sm text-muted">
            {t("backfill.period")}
          </label>
          <Select id="period" name="period" defaultValue="all" className="w-52">
            {PERIODS.map((period) => (
              <option key={period} value={period}>
                {t(`backfill.periods.${period}`)}
              </option>
            ))}
          </Select>
        </span>
      </SyncButton>
      {sync.polls.isStopped && (
        <SyncButton intent="resume" doneWords={started} label={t("backfill.resume")} />
      )}
    </div>
  );
}
