import { openHttp } from "~/db/client";
import { expireExports } from "~/domain/exports/expire-exports.server";
import { expireImports } from "~/domain/imports/expire-imports.server";
import { sweepJobs } from "~/domain/jobs/sweep-jobs.server";
import { logEvent } from "~/lib/log";
import { archivePort } from "../archive-port";
import { configOf } from "../config";
import { jobPort } from "../job-port";

/** Sends again for jobs whose message or worker was lost, and deletes the files of exports and imports whose time is over. */
export async function runSweepJobs(env: Env, now: Date): Promise<void> {
  const { databaseUrl } = configOf(env);
  const db = openHttp(databaseUrl);
  const { wake } = jobPort(env, databaseUrl);
  const woken = await sweepJobs({ db, wake });
  const place = { db, archive: archivePort(env), now };
  const expired = (await expireExports(place)) + (await expireImports(place));
  if (woken + expired > 0) logEvent("jobs.swept", { woken, expired });
}
