import { sql } from "drizzle-orm";
import type { OrgContext } from "../context";
import { changeConnection } from "./change-connection.server";

/** Gives a connection another name. The shop's own name stays. */
export async function renameConnection(
  ctx: OrgContext,
  { connectionId, name }: { connectionId: string; name: string },
): Promise<void> {
  await changeConnection(ctx, {
    connectionId,
    set: sql`name = ${name}`,
    act: {
      action: "connection.renamed",
      // The statement sees the row as it was.
      before: sql`(select jsonb_build_object('name', name) from connections where id = ${connectionId}::uuid)`,
      after: { name },
    },
  });
}
