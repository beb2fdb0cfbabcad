import { deliveryRetention } from "~/db/schema/deliveries";
import type { OrgContext } from "../../context";
import { LONGEST_RETENTION } from "./retention";

/** For how many days the organization keeps what its shops sent. */
export async function getRetention({ db }: OrgContext): Promise<number> {
  const [row] = await db.read(db.orm.select({ days: deliveryRetention.days }).from(deliveryRetention));
  return row?.days ?? LONGEST_RETENTION;
}
