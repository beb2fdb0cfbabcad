import { uuidv7 } from "uuidv7";
import { inOrgTransaction } from "~/db/org-transaction";
import type { JobTools } from "~/domain/jobs/job-step";
import type { TestDatabase } from "../setup/database";
import { createMemoryArchive } from "./memory-archive";
import { TEST_KEYRING } from "./org-context";

/** What the steps of jobs may use, but the database that is bound to one organization. */
export function createJobTools(
  database: Pick<TestDatabase, "url">,
  change: Partial<JobTools> = {},
): Omit<JobTools, "db"> {
  return {
    inOrg: (orgId, work) => inOrgTransaction(database.url, orgId, work),
    keyring: TEST_KEYRING,
    archive: createMemoryArchive(),
    shops: { ask: () => Promise.reject(new Error("no shop is asked here")), sleep: async () => undefined },
    mail: { send: async () => undefined },
    appUrl: "https://app.orucrm.com",
    now: () => new Date(),
    newId: uuidv7,
    pause: async () => undefined,
    ...change,
  };
}
