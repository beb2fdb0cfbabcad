import type { SealedSecret } from "~/db/schema/connections";
import { seal } from "~/lib/sealed-box";
import type { OrgContext } from "../context";
import { secretPlace } from "./secret-place";

/** A connection's new secret, sealed for this connection alone. */
export async function sealSecret(
  ctx: Pick<OrgContext, "keyring" | "newId">,
  connection: { orgId: string; id: string },
  secret: string,
): Promise<SealedSecret> {
  const id = ctx.newId();
  const place = secretPlace(connection.orgId, connection.id, id);
  return { id, sealed: await seal(ctx.keyring, secret, place), expiresAt: null };
}
