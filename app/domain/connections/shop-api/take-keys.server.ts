import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { isAllowed, ROLES } from "~/domain/organizations/permissions";
import { AppError } from "~/lib/app-error";
import type { Keyring } from "~/lib/keyring";
import { sha256Hex } from "~/lib/sha256-hex";
import { auditRow } from "../../audit/audit-row";
import { keepingCredentials, keptAct } from "../credentials/keep-credentials.server";

/** What a WooCommerce shop brings when its owner has let us in. */
export type BroughtKeys = { state: string; consumerKey: string; consumerSecret: string; scopes: string[] };

type TakeContext = { db: HttpDatabase; keyring: Keyring; now: () => Date; newId: () => string };

const handoverRow = z.object({
  org_id: z.uuid(),
  connection_id: z.uuid(),
  kind: z.string(),
  account: z.string(),
  user_id: z.uuid(),
  session_id: z.uuid(),
  role: z.enum(ROLES),
});

/**
 * Keeps the keys that a shop brings, for the connection whose state it brings with
 * them; the state counts once. Throws `not_found` for a state that is unknown,
 * used, expired, or of somebody who may not connect shops any more.
 */
export async function takeKeys(ctx: TakeContext, brought: BroughtKeys): Promise<void> {
  const stateHash = await sha256Hex(brought.state);
  const found = await ctx.db.execute(sql`select * from find_handover(${stateHash})`);
  const [handover] = readRows(handoverRow, found);
  const isGood = handover?.kind === "woocommerce" && isAllowed(handover.role, "connections.manage");
  if (!handover || !isGood) throw new AppError("not_found", "errors:notFound");
  const { consumerKey, consumerSecret, scopes } = brought;
  const credentials = {
    connectionId: handover.connection_id,
    keys: { kind: "woocommerce", consumerKey, consumerSecret } as const,
    ...{ account: handover.account, scopes },
  };
  const taken = sql`
    select from taken t join connections c on c.id = t.connection_id where c.removed_at is null`;
  const keeping = await keepingCredentials(ctx, handover.org_id, credentials, taken);
  const actor = { kind: "user", id: handover.user_id, sessionId: handover.session_id, ip: null } as const;
  const act = auditRow({ ...ctx, actor }, keptAct(credentials, "approved"));
  const [kept] = await new JobDb(ctx.db, handover.org_id).run([
    ctx.db.execute(sql`
      with taken as (delete from connection_handovers where state_hash = ${stateHash} returning connection_id),
      kept as (${keeping})
      ${act} from kept`),
  ]);
  if (kept.rows.length === 0) throw new AppError("not_found", "errors:notFound");
}
