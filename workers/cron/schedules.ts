import { logError } from "~/lib/log";

/** The cron expressions of wrangler.toml, in UTC. */
export const EVERY_FEW_MINUTES = "*/5 * * * *";
/** 02:17 in Kuala Lumpur. */
export const EVERY_NIGHT = "17 18 * * *";

/** Runs what a schedule stands for. A job that fails is logged and does not keep the next one from running. */
export async function runSchedule(controller: ScheduledController, env: Env): Promise<void> {
  const now = new Date(controller.scheduledTime);
  for (const [name, job] of await jobsOf(controller.cron)) {
    try {
      await job(env, now);
    } catch (error) {
      logError("cron.failed", { job: name, error });
    }
  }
}

type Job = (env: Env, now: Date) => Promise<void>;

async function jobsOf(cron: string): Promise<[string, Job][]> {
  if (cron === EVERY_FEW_MINUTES) {
    const { runSweepStaleWork } = await import("./sweep-stale-work");
    const { runSearchDuplicates } = await import("./search-duplicates");
    const { runAnchorAudit } = await import("./anchor-audit");
    const { runSweepJobs } = await import("./sweep-jobs");
    const { runSendMails } = await import("./send-mails");
    const { runAskShops } = await import("./ask-shops");
    const { runWatchSilences } = await import("./watch-silences");
    return [
      ["watch-silences", runWatchSilences],
      ["send-mails", runSendMails],
      ["sweep-stale-work", runSweepStaleWork],
      ["sweep-jobs", runSweepJobs],
      ["anchor-audit", runAnchorAudit],
      ["search-duplicates", runSearchDuplicates],
      ["ask-shops", runAskShops],
    ];
  }
  if (cron === EVERY_NIGHT) {
    const { runPurgeHandovers } = await import("./purge-handovers");
    const { runPurgeTrash } = await import("./purge-trash");
    const { runPurgeOrganizations } = await import("./purge-organizations");
    const { runPurgeClosedAccounts } = await import("./purge-closed-accounts");
    const { runMaintainDeliveries } = await import("./maintain-deliveries");
    const { runResealSecrets } = await import("./reseal-secrets");
    const { runPurgeSecurityEvents } = await import("./purge-security-events");
    const { runPurgeStaleAccounts } = await import("./purge-stale-accounts");
    const { runPurgeReceipts } = await import("./purge-receipts");
    const { runPurgeNotifications } = await import("./purge-notifications");
    const { runPurgeHours } = await import("./purge-hours");
    return [
      ["purge-notifications", runPurgeNotifications],
      ["purge-receipts", runPurgeReceipts],
      ["purge-handovers", runPurgeHandovers],
      ["purge-hours", runPurgeHours],
      ["purge-trash", runPurgeTrash],
      ["purge-organizations", runPurgeOrganizations],
      ["purge-closed-accounts", runPurgeClosedAccounts],
      ["maintain-deliveries", runMaintainDeliveries],
      ["reseal-secrets", runResealSecrets],
      ["purge-security-events", runPurgeSecurityEvents],
      ["purge-stale-accounts", runPurgeStaleAccounts],
    ];
  }
  throw new Error(`no job for the schedule ${cron}`);
}
