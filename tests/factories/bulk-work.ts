import { randomUUID } from "node:crypto";
import { openHttp } from "~/db/client";
import type { BulkAct, BulkRequest } from "~/domain/bulk/bulk.schema";
import { createBulkChange } from "~/domain/bulk/create-bulk-change.server";
import { undoBulkChange } from "~/domain/bulk/undo-bulk-change.server";
import type { JobSteps } from "~/domain/jobs/job-step";
import { JOB_STEPS } from "~/domain/jobs/job-steps.server";
import { runJob } from "~/domain/jobs/run-job.server";
import type { TestDatabase } from "../setup/database";
import { createCustomer } from "./customer-rows";
import { createJobTools } from "./job-tools";
import type { TestMember } from "./org-context";

type Change = { act: BulkAct; ids: string[]; noun?: BulkRequest["noun"] };

/** Changes many records as the member, and goes on with the jobs that this asks for. */
export function bulkWork(database: TestDatabase, admin: TestMember) {
  const { orgId } = admin;
  return {
    change: ({ act, ids, noun = "customer" }: Change, member = admin) =>
      createBulkChange(member.context("customers.bulk"), { noun, act, selection: { kind: "ids", ids } }),
    undo: (changeId: string, member = admin) =>
      undoBulkChange(member.context("customers.bulk"), { changeId }),
    async createTag(): Promise<string> {
      const id = randomUUID();
      await database.owner.query(
        "INSERT INTO tags (org_id, id, name, folded, colour) VALUES ($1, $2, $3, $3, 'teal')",
        [orgId, id, `tag ${id}`],
      );
      return id;
    },
    /** Their ids, sorted. */
    async createCustomers(count: number): Promise<string[]> {
      const made = Array.from({ length: count }, () => createCustomer(database, orgId));
      return (await Promise.all(made)).sort();
    },
    taggedBy: (tagId: string) =>
      listIds(database, "SELECT customer_id AS id FROM customer_tags WHERE tag_id = $1 ORDER BY 1", tagId),
    trashed: () =>
      listIds(
        database,
        "SELECT id FROM customers WHERE org_id = $1 AND deleted_at IS NOT NULL ORDER BY 1",
        orgId,
      ),
    async work(steps: JobSteps = JOB_STEPS): Promise<void> {
      for (const jobId of admin.woken.splice(0)) await runJob(hostOf(database, steps), { orgId, jobId });
    },
  };
}

async function listIds({ owner }: TestDatabase, query: string, value: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(query, [value]);
  return rows.map(({ id }) => id);
}

function hostOf(database: TestDatabase, steps: JobSteps) {
  return {
    orm: openHttp(database.url),
    steps,
    tell: async () => undefined,
    tools: createJobTools(database),
  };
}
