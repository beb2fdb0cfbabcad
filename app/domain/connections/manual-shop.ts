import { type SQL, sql } from "drizzle-orm";
import type { OrgContext } from "../context";
import { MANUAL } from "./manual-platform";

/** The id of the organization's own shop, which holds what people enter by hand. */
export const manualShop: SQL = sql`(select id from shops where platform = ${MANUAL} and external_id = ${MANUAL})`;

/** Makes the organization's own shop unless it is there; named as the organization, in its currency. */
export function makeManualShop({ newId }: Pick<OrgContext, "newId">): SQL {
  return sql`
    insert into shops (id, platform, external_id, name, currency)
    select ${newId()}::uuid, ${MANUAL}, ${MANUAL}, name, currency from organizations where id = app_org_id()
    on conflict (org_id, platform, external_id) do nothing`;
}
