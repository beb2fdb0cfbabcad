import { sql } from "drizzle-orm";
import * as z from "zod";
import { readerOf } from "~/connectors/api/reader-of";
import { isPassing, ShopApiError } from "~/connectors/api/shop-api-error";
import type { ShopReader } from "~/connectors/api/shop-reader";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { platformSchema } from "../connections/connection-platform";
import { jobDoorOf } from "../connections/credentials/credentials-door";
import { openFreshCredentials } from "../connections/shop-api/fresh-credentials.server";
import type { Connection } from "../deliveries/batch";
import { problemKey, toPeople } from "./shop-problem.server";
import type { ShopTools } from "./shop-tools";

/** A connected shop that can be asked. */
export type OpenShop = {
  orgId: string;
  connection: Connection;
  reader: ShopReader;
  /** The organization's: its days are counted. */
  timeZone: string;
};

const connectionRow = z.object({ shopId: z.uuid(), platform: platformSchema, timeZone: z.string() });

/** Opens a connection's shop for reading, with a token that is still good. Throws `not_found` when it was removed, `conflict` when it has no keys. */
export async function openShop(tools: ShopTools, orgId: string, connectionId: string): Promise<OpenShop> {
  const [result] = await tools.db.run([
    tools.db.orm.execute(sql`
      select c.shop_id as "shopId", c.platform, o.time_zone as "timeZone"
      from connections c join organizations o on o.id = c.org_id
      where c.id = ${connectionId}::uuid and c.removed_at is null`),
  ]);
  const [row] = readRows(connectionRow, result);
  if (!row) throw new AppError("not_found", "errors:notFound");
  const credentials = await openKeys(tools, orgId, connectionId);
  if (!credentials) throw new AppError("conflict", "receipts:problems.no_keys");
  const { shopId, platform, timeZone } = row;
  const reader = readerOf(tools.shops, credentials);
  return { orgId, connection: { id: connectionId, shopId, platform }, reader, timeZone };
}

/** A shop that is away when a token must be renewed may give one later. */
async function openKeys(tools: ShopTools, orgId: string, connectionId: string) {
  try {
    return await openFreshCredentials({ ...jobDoorOf(tools, orgId), ask: tools.shops.ask }, connectionId);
  } catch (error) {
    if (error instanceof ShopApiError && isPassing(error))
      throw new AppError("unavailable", problemKey(error), { cause: error });
    throw await toPeople(tools, orgId, connectionId, error);
  }
}
