import { type SQL, sql } from "drizzle-orm";
import type { Keys } from "~/connectors/api/keys.schema";
import { AppError } from "~/lib/app-error";
import { type Act, auditRow } from "../../audit/audit-row";
import type { OrgContext } from "../../context";
import { type CredentialsDoor, doorOf } from "./credentials-door";
import type { Credentials } from "./open-credentials.server";
import { sealKeys } from "./sealed-keys.server";

export type NewCredentials = {
  connectionId: string;
  keys: Keys;
  /** A shop's domain, the address of a site, an account's name. */
  account: string;
  scopes: readonly string[];
};

/** The seller pasted them, or the shop's owner let us in. */
type Way = "pasted" | "approved";

/**
 * Keeps keys, in place of any before them. Throws
 * `not_found` for a connection that is removed, another organization's, or to
 * another platform than the keys'.
 */
export async function keepCredentials(ctx: OrgContext, input: NewCredentials & { way: Way }): Promise<void> {
  const door = doorOf(ctx);
  const connection = sql`
    select from connections
    where id = ${input.connectionId}::uuid and removed_at is null and platform = ${input.keys.kind}`;
  const keeping = await keepingCredentials(door, await door.orgId(), input, connection);
  const [result] = await ctx.db.write([
    ctx.db.orm.execute(sql`with kept as (${keeping}) ${auditRow(ctx, keptAct(input, input.way))} from kept`),
  ]);
  if (result.rows.length === 0) throw new AppError("not_found", "errors:notFound");
}

/** The act of keeping keys, without them. */
export function keptAct({ connectionId, keys, account }: NewCredentials, way: Way): Act {
  return {
    action: "connection.keys_kept",
    subject: { kind: "connection", id: connectionId },
    facts: { platform: keys.kind, account, way },
  };
}

/**
 * The statement that keeps a connection's credentials in place of any before
 * them, as working ones. `source` is what must give a row for it to happen.
 */
export async function keepingCredentials(
  door: Pick<CredentialsDoor, "keyring" | "now">,
  orgId: string,
  { connectionId, keys, account, scopes }: NewCredentials,
  source: SQL,
): Promise<SQL> {
  const sealed = await sealKeys(door.keyring, { orgId, connectionId }, keys);
  const now = door.now().toISOString();
  return sql`
    insert into connection_credentials
      (connection_id, kind, sealed, scopes, account, created_at, updated_at)
    select ${connectionId}::uuid, ${keys.kind}, ${sealed}, ${sql.param([...scopes])}::text[], ${account},
      ${now}::timestamptz, ${now}::timestamptz
    from (${source}) source
    on conflict (org_id, connection_id) do update set
      kind = excluded.kind, sealed = excluded.sealed, scopes = excluded.scopes, account = excluded.account,
      updated_at = excluded.updated_at, last_used_at = null, broken_at = null, broken_reason = null,
      webhooks_state = null, webhooks_checked_at = null, webhooks_refused = '{}'
    returning connection_id`;
}

/** Keeps keys that were refreshed, unless somebody kept others since they were read. */
export async function keepRefreshed(door: CredentialsDoor, read: Credentials, keys: Keys): Promise<void> {
  const { connectionId } = read;
  const sealed = await sealKeys(door.keyring, { orgId: await door.orgId(), connectionId }, keys);
  await door.write([
    sql`
      update connection_credentials
      set sealed = ${sealed}, updated_at = ${door.now().toISOString()}::timestamptz,
        broken_at = null, broken_reason = null
      where connection_id = ${connectionId}::uuid and sealed = ${read.sealed}`,
  ]);
}
