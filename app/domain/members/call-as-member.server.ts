import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";

const rowSchema = z.object({ answer: z.unknown(), orgId: z.uuid() });

/**
 * Calls one of the database's functions about members, in a transaction that
 * entered with the context's permission. `guard` runs before it and may refuse.
 * Gives the answer and the organization.
 */
export async function callAsMember<S extends z.ZodType>(
  { db }: OrgContext,
  call: SQL,
  answer: S,
  guard: SQL = sql`true`,
): Promise<{ answer: z.output<S>; orgId: string }> {
  const [, result] = await db.write([
    db.orm.execute(sql`select ${guard}`),
    db.orm.execute(sql`select ${call} as answer, app_org_id() as "orgId"`),
  ]);
  const [row] = readRows(rowSchema, result);
  if (!row) throw new Error("the function answered nothing");
  return { answer: answer.parse(row.answer), orgId: row.orgId };
}

/** Who acts, as those functions write it into the audit log. */
export function actingOf({ actor, now, newId }: OrgContext): SQL {
  const acting = { id: newId(), at: now().toISOString(), userId: actor.id, ip: actor.ip };
  return sql`${JSON.stringify(acting)}::jsonb`;
}
