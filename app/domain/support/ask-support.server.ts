import { sql } from "drizzle-orm";
import { supportMessages, supportRequests } from "~/db/schema/support";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import type { AskSupport } from "./support.schema";
import { supportReference } from "./support-reference";

/** Of one organization, until some are closed. */
const OPEN_REQUESTS_MAX = 50;

/** Opens a request with its first message, of which operators are mailed. Throws `conflict` when too many are open. */
export async function askSupport(ctx: OrgContext, { subject, body }: AskSupport): Promise<{ id: string }> {
  const { orm } = ctx.db;
  const [id, at] = [ctx.newId(), ctx.now()];
  const reference = supportReference(crypto.getRandomValues(new Uint8Array(10)));
  const openOnes = sql`(select count(*) from (select from support_requests where state <> 'closed' limit ${OPEN_REQUESTS_MAX}) few)`;
  const [asked] = await ctx.db.write([
    orm.execute(sql`
      with asked as (
        insert into ${supportRequests} (id, reference, user_id, subject, created_at, updated_at)
        select ${id}::uuid, ${reference}, ${ctx.actor.id}::uuid, ${subject}, ${at.toISOString()}::timestamptz,
          ${at.toISOString()}::timestamptz
        where ${openOnes} < ${OPEN_REQUESTS_MAX}
        returning id
      ),
      written as (
        insert into ${supportMessages} (id, request_id, author, user_id, body, created_at, mail_state)
        select ${ctx.newId()}::uuid, id, 'member', ${ctx.actor.id}::uuid, ${body}, ${at.toISOString()}::timestamptz, 'due'
        from asked
      )
      ${auditRow(ctx, { action: "support.asked", subject: { kind: "support_request", id } })} from asked`),
  ]);
  if (asked.rows.length === 0) throw new AppError("conflict", "errors:support.tooManyOpen");
  return { id };
}
