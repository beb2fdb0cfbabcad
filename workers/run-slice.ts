import { uuidv7 } from "uuidv7";
import { openHttp } from "~/db/client";
import { JOB_STEPS } from "~/domain/jobs/job-steps.server";
import { type JobHost, runJob, type SliceOutcome } from "~/domain/jobs/run-job.server";
import { parseKeyring } from "~/lib/keyring";
import { archivePort } from "./archive-port";
import { configOf } from "./config";
import { jobPort } from "./job-port";
import { mailerOf } from "./mailer";
import { shopsPort } from "./shops-port";
import { tellScreens } from "./tell-screens";

/** Goes on with one job, with everything that the steps of any kind may need. */
export function runSlice(env: Env, target: { orgId: string; jobId: string }): Promise<SliceOutcome> {
  const config = configOf(env);
  const host: JobHost = {
    orm: openHttp(config.databaseUrl),
    steps: JOB_STEPS,
    tools: {
      inOrg: jobPort(env, config.databaseUrl).inOrg,
      keyring: parseKeyring(config.encryptionKeys),
      archive: archivePort(env),
      shops: shopsPort(config),
      mail: mailerOf(env, config),
      appUrl: config.appUrl,
      now: () => new Date(),
      newId: uuidv7,
      pause: (ms) => scheduler.wait(ms),
    },
    tell: (orgId) => tellScreens(env, orgId, ["jobs"]),
  };
  return runJob(host, target);
}
