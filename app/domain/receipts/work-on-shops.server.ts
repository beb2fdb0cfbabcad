import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { forEachAtOnce } from "~/lib/for-each-at-once";
import { logError } from "~/lib/log";
import type { ShopTools } from "../backfills/shop-tools";
import { countShop } from "./count-shop.server";
import { pollShop } from "./poll-shop.server";

export type ShopWork = "poll" | "count";

/** Longer than one shop's turn can take; whoever crashes keeps a shop from being asked no longer than this. */
const CLAIM_MINUTES = 15;
const AT_ONCE = 4;

const claimedRow = z.object({ org_id: z.uuid(), connection_id: z.uuid() });
const WORK = { poll: pollShop, count: countShop };

/**
 * Asks the next shops that are due, of all organizations: for what changed, or for receipts. Shops whose
 * turn does not come before `until` are due again within minutes. Answers how many were asked.
 */
export async function workOnShops(input: {
  work: ShopWork;
  orm: HttpDatabase;
  tools: Omit<ShopTools, "db">;
  most: number;
  until: Date;
}): Promise<number> {
  const { work, orm, tools, most, until } = input;
  let asked = 0;
  while (asked < most && tools.now() < until) {
    const result = await orm.execute(
      sql`select org_id, connection_id from claim_shop_work(${work}, ${AT_ONCE}, ${CLAIM_MINUTES})`,
    );
    const claimed = readRows(claimedRow, result);
    await forEachAtOnce(AT_ONCE, claimed, async ({ org_id: orgId, connection_id: connectionId }) => {
      try {
        await WORK[work]({ ...tools, db: new JobDb(orm, orgId) }, orgId, connectionId);
      } catch (error) {
        logError("shops.not_asked", { work, orgId, connectionId, error });
      }
    });
    asked += claimed.length;
    if (claimed.length < AT_ONCE) break;
  }
  return asked;
}
