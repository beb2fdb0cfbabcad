import { eq } from "drizzle-orm";
import { organizations } from "~/db/schema/organizations";
import { auditRow } from "~/domain/audit/audit-row";
import { createMember, type TestMember } from "../factories/org-context";
import type { BenchResult } from "./bench-result";
import { type BenchDatabase, startBenchDatabase } from "./stage/bench-database";
import { median } from "./statistics";

const ROUNDS = 300;
const WARM_UP = 40;
const AT_ONCE = 8;
/** Of several organizations at once, against one of them. */
const GROUPS = 20;

/** What an act in the audit chain costs a write, and that organizations do not wait for each other's chains. */
export async function run(): Promise<BenchResult[]> {
  const database = await startBenchDatabase();
  try {
    return [await measureWrite(database), await measureSideBySide(database)];
  } finally {
    await database.close();
  }
}

async function measureWrite(database: BenchDatabase): Promise<BenchResult> {
  const member = await createMember(database);
  const rounds: { chained: number; plain: number }[] = [];
  for (let i = 0; i < WARM_UP + ROUNDS; i++) {
    // In turns, each as often first.
    const first = i % 2 === 0;
    const one = await time(() => rename(member, i, first));
    const two = await time(() => rename(member, i, !first));
    if (i >= WARM_UP) rounds.push(first ? { chained: one, plain: two } : { chained: two, plain: one });
  }
  return {
    name: "audit: a write with the chain, of the same write without",
    asked: { atMost: 1.2 },
    measured: median(rounds.map(({ chained }) => chained)),
    baseline: median(rounds.map(({ plain }) => plain)),
    ratio: median(rounds.map(({ chained }) => chained)) / median(rounds.map(({ plain }) => plain)),
    unit: "ms",
  };
}

/** One transaction that holds its chain meanwhile must not hold anybody else's. */
async function measureSideBySide(database: BenchDatabase): Promise<BenchResult> {
  const holder = await createMember(database);
  const members = await Promise.all(Array.from({ length: AT_ONCE }, () => createMember(database)));
  const round = () => time(() => Promise.all(members.map((member, i) => rename(member, i, true))));
  const alone: number[] = [];
  for (let i = 0; i < GROUPS; i++) alone.push(await round());
  const client = await database.owner.connect();
  await rename(holder, 0, true);
  await client.query("BEGIN");
  await client.query("SELECT FROM audit_heads WHERE org_id = $1 FOR UPDATE", [holder.orgId]);
  const beside: number[] = [];
  for (let i = 0; i < GROUPS; i++) beside.push(await round());
  await client.query("ROLLBACK");
  client.release();
  return {
    name: `audit: ${AT_ONCE} organizations while another one's chain is held, of the same alone`,
    asked: { atMost: 1.5 },
    measured: median(beside),
    baseline: median(alone),
    ratio: median(beside) / median(alone),
    unit: "ms",
  };
}

/** A setting is changed in one batch, as every act of a member is. */
async function rename(member: TestMember, i: number, isChained: boolean): Promise<void> {
  const ctx = member.context("organization.manage");
  const name = `Kedai ${i}${isChained ? " a" : " b"}`;
  const change = ctx.db.orm.update(organizations).set({ name }).where(eq(organizations.id, member.orgId));
  const act = {
    action: "organization.updated",
    subject: { kind: "organization", id: null },
    facts: { fields: "name" },
    before: { name: "Kedai" },
    after: { name },
  };
  await ctx.db.write(isChained ? [change, ctx.db.orm.execute(auditRow(ctx, act))] : [change]);
}

/** Milliseconds. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
