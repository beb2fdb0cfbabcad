import { uuidv7 } from "uuidv7";
import type { Keys } from "~/connectors/api/keys.schema";
import type { ShopApi } from "~/connectors/api/shop-fetch";
import { openHttp } from "~/db/client";
import { JobDb } from "~/db/job-db";
import type { BackfillPeriod } from "~/domain/backfills/backfill.schema";
import { startBackfill } from "~/domain/backfills/start-backfill.server";
import { sealKeys } from "~/domain/connections/credentials/sealed-keys.server";
import { applyDeliveries } from "~/domain/deliveries/apply-deliveries.server";
import type { AppliedDelivery, ReceivedDelivery } from "~/domain/deliveries/delivery.schema";
import type { JobTools } from "~/domain/jobs/job-step";
import { JOB_STEPS } from "~/domain/jobs/job-steps.server";
import { type JobHost, runJob, type SliceOutcome } from "~/domain/jobs/run-job.server";
import type { TestDatabase } from "../setup/database";
import { type ConnectedShop, createConnectedShop } from "./connected-shop";
import { applyInput } from "./deliveries";
import { createJobTools } from "./job-tools";
import { createMember, TEST_KEYRING, type TestMember } from "./org-context";

const KEYS = {
  woocommerce: {
    account: "kedai.my",
    keys: { kind: "woocommerce", consumerKey: "ck_test", consumerSecret: "cs_test" },
  },
  onpay: { account: "kedai", keys: { kind: "onpay", token: "onpay-token" } },
} as const satisfies Record<string, { account: string; keys: Keys }>;

export type AskedShop = ConnectedShop & {
  member: TestMember;
  /** The clock of everything that asks; it stands until it is moved. */
  clock: { now: Date };
  tools: JobTools;
  deliver(...deliveries: ReceivedDelivery[]): Promise<AppliedDelivery[]>;
  begin(period?: BackfillPeriod): Promise<string>;
  /** One turn of a job, as a message of the queue gives it. */
  turn(jobId: string, change?: Partial<JobHost>): Promise<SliceOutcome>;
  /** Turns until it is over; waiting takes no time. */
  finish(jobId: string, change?: Partial<JobHost>): Promise<void>;
  jobRow(jobId: string): Promise<Record<string, unknown>>;
};

/** A connected shop with keys, which is asked through the given way to it. */
export async function createAskedShop(
  database: TestDatabase,
  shops: ShopApi,
  {
    platform = "woocommerce",
    now = "2026-11-23T04:00:00.000Z",
  }: { platform?: keyof typeof KEYS; now?: string } = {},
): Promise<AskedShop> {
  const { owner } = database;
  const member = await createMember(database);
  const { orgId } = member;
  const run = (text: string, values: unknown[]) => owner.query(text, values);
  const shop = await createConnectedShop(run, { orgId, platform });
  const { connectionId } = shop;
  const { account, keys } = KEYS[platform];
  const sealed = await sealKeys(TEST_KEYRING, { orgId, connectionId }, keys);
  await run(
    `INSERT INTO connection_credentials (org_id, connection_id, kind, sealed, account) VALUES ($1, $2, $3, $4, $5)`,
    [orgId, connectionId, keys.kind, sealed, account],
  );
  await run(
    "INSERT INTO shop_polls (org_id, connection_id, next_poll_at, next_count_at) VALUES ($1, $2, now(), now())",
    [orgId, connectionId],
  );
  const clock = { now: new Date(now) };
  const orm = openHttp(database.url);
  const tools: Omit<JobTools, "db"> = createJobTools(database, { shops, now: () => clock.now });
  const turn: AskedShop["turn"] = (jobId, change = {}) =>
    runJob({ orm, steps: JOB_STEPS, tools, tell: async () => undefined, ...change }, { orgId, jobId });
  return {
    ...shop,
    member,
    clock,
    tools: { ...tools, db: new JobDb(orm, orgId), newId: uuidv7 },
    deliver: (...deliveries) => applyDeliveries(applyInput(database, shop, deliveries, platform)),
    begin: (period = "all") =>
      startBackfill(member.context("connections.manage", { now: () => clock.now }), { connectionId, period }),
    turn,
    async finish(jobId, change) {
      for (let turns = 0; turns < 500; turns++) {
        if ((await turn(jobId, change)) === "over") return;
        await run("UPDATE jobs SET leased_until = NULL WHERE id = $1", [jobId]);
      }
      throw new Error(`the job ${jobId} does not end`);
    },
    jobRow: async (jobId) => (await owner.query("SELECT * FROM jobs WHERE id = $1", [jobId])).rows[0],
  };
}
