import { type SQL, sql } from "drizzle-orm";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { visibleRequests } from "./visible-requests.server";

/** In one thread. */
const MESSAGES_MAX = 200;

/**
 * Writes to a thread again and opens it; operators are mailed. Throws `not_found` for
 * a thread that the member may not see, or that is full.
 */
export async function replySupport(
  ctx: OrgContext,
  { requestId, body }: { requestId: string; body: string },
): Promise<void> {
  const messages = sql`(select count(*) from support_messages where request_id = ${requestId}::uuid)`;
  await changeThread(ctx, requestId, {
    action: "support.replied",
    state: "open",
    provided: sql`${messages} < ${MESSAGES_MAX}`,
    also: sql`written as (
      insert into support_messages (id, request_id, author, user_id, body, created_at, mail_state)
      select ${ctx.newId()}::uuid, id, 'member', ${ctx.actor.id}::uuid, ${body},
        ${ctx.now().toISOString()}::timestamptz, 'due' from changed),`,
  });
}

/** Closes a thread; a reply opens it again. Throws `not_found` as `replySupport` does. */
export async function closeSupport(ctx: OrgContext, { requestId }: { requestId: string }): Promise<void> {
  const provided = sql`support_requests.state <> 'closed'`;
  await changeThread(ctx, requestId, { action: "support.closed", state: "closed", provided, also: sql`` });
}

type Change = {
  action: "support.replied" | "support.closed";
  state: "open" | "closed";
  provided: SQL;
  /** More of the WITH list, with a comma at its end. */
  also: SQL;
};

async function changeThread(ctx: OrgContext, id: string, { action, state, provided, also }: Change) {
  const act = auditRow(ctx, { action, subject: { kind: "support_request", id } });
  const [changed] = await ctx.db.write([
    ctx.db.orm.execute(sql`
      with changed as (
        update support_requests set state = ${state}, updated_at = ${ctx.now().toISOString()}::timestamptz
        where id = ${id}::uuid and ${visibleRequests(ctx)} and ${provided}
        returning id
      ),
      ${also}
      acted as (select 1)
      ${act} from changed`),
  ]);
  if (changed.rows.length === 0) throw new AppError("not_found", "errors:notFound");
}
