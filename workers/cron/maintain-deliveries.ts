import { openHttp } from "~/db/client";
import { createDeliveryPartitions } from "~/domain/deliveries/create-partitions.server";
import { clearDeliveries } from "~/domain/deliveries/desk/clear-deliveries.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const MAX_BATCHES = 200;

/** Makes room for the coming months of deliveries, and takes away what is kept no longer. */
export async function runMaintainDeliveries(env: Env, now: Date): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  await createDeliveryPartitions(db, now);
  const cleared = await clearDeliveries({ db, now, maxBatches: MAX_BATCHES });
  if (cleared.contents > 0 || cleared.months.length > 0) logEvent("deliveries.cleared", cleared);
}
