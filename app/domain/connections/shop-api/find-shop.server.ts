import { sql } from "drizzle-orm";
import * as z from "zod";
import { CONNECTORS, type Platform } from "~/connectors/registry";
import { readWebHost } from "~/connectors/web-host";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../../context";
import { platformSchema } from "../connection-platform";

const row = z.object({ orgId: z.uuid(), platform: platformSchema, address: z.string().nullable() });

export type FoundShop = { orgId: string; platform: Platform; address: string };

/**
 * The shop that a connection is to: at the address that was typed, or the known
 * one. Throws `not_found`, and `invalid` when there is no address or it is another
 * shop's than the connection's.
 */
export async function findShop(
  { db }: Pick<OrgContext, "db">,
  { connectionId, typed }: { connectionId: string; typed: string | undefined },
): Promise<FoundShop> {
  const query = sql`
    select c.org_id as "orgId", c.platform, s.external_id as address
    from connections c join shops s on s.org_id = c.org_id and s.id = c.shop_id
    where c.id = ${connectionId}::uuid and c.removed_at is null`;
  const [found] = readRows(row, await db.read(db.orm.execute(query)));
  if (!found) throw new AppError("not_found", "errors:notFound");
  const { orgId, platform, address: known } = found;
  const named = typed ? readTyped(platform, typed) : null;
  if (typed && named === null) throw wrongAddress("connections:errors.shopAddressWrong");
  if (named && known && named.shop !== known) throw wrongAddress("shopAccess:errors.otherShop");
  const address = named?.address ?? known;
  if (!address) throw wrongAddress("shopAccess:errors.shopAddressMissing");
  return { orgId, platform, address };
}

/** The shop as the platform names it, and where it is: a site may be at home with or without `www.`. */
function readTyped(platform: Platform, typed: string): { shop: string; address: string } | null {
  const shop = CONNECTORS[platform].readShopAddress?.(typed);
  const site = readWebHost(typed);
  if (!shop || !site) return null;
  return { shop, address: platform === "shopify" ? shop : site.host + site.folder };
}

const wrongAddress = (message: string) =>
  new AppError("invalid", "errors:invalid", { fields: { shopAddress: message } });
