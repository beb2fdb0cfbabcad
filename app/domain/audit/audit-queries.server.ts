import { desc, lt } from "drizzle-orm";
import { auditLog } from "~/db/schema/audit";
import { connections } from "~/db/schema/connections";
import type { OrgContext } from "../context";
import { listPeople } from "../organizations/organizations-queries.server";

const PAGE_SIZE = 50;

/**
 * A page of acts, newest first, with the names of who acted and on what, as far
 * as they are still known. `next` is the `before` of the following page.
 */
export async function listActs(ctx: OrgContext, { before }: { before: number | null }) {
  const [rows, people, connectionNames] = await Promise.all([
    selectActs(ctx, before),
    listPeople(ctx),
    ctx.db.read(ctx.db.orm.select({ id: connections.id, name: connections.name }).from(connections)),
  ]);
  const names = new Map([...people, ...connectionNames].map(({ id, name }) => [id, name]));
  const acts = rows.slice(0, PAGE_SIZE).map((row) => ({
    ...row,
    actorName: (row.actorId && names.get(row.actorId)) ?? null,
    subjectName: (row.subjectId && names.get(row.subjectId)) ?? null,
  }));
  return { acts, next: rows.length > PAGE_SIZE ? (acts.at(-1)?.seq ?? null) : null };
}

export type ListedAct = Awaited<ReturnType<typeof listActs>>["acts"][number];

function selectActs({ db }: OrgContext, before: number | null) {
  return db.read(
    db.orm
      .select({
        seq: auditLog.seq,
        at: auditLog.at,
        actorKind: auditLog.actorKind,
        actorId: auditLog.actorId,
        action: auditLog.action,
        subjectKind: auditLog.subjectKind,
        subjectId: auditLog.subjectId,
        ip: auditLog.ip,
        facts: auditLog.facts,
      })
      .from(auditLog)
      .where(before === null ? undefined : lt(auditLog.seq, before))
      .orderBy(desc(auditLog.seq))
      .limit(PAGE_SIZE + 1),
  );
}
