import { openHttp } from "~/db/client";
import { createDeliveryPartitions } from "~/domain/deliveries/create-partitions.server";
import { configOf } from "../config";

/** Makes room for the coming months of deliveries. */
export async function runMaintainDeliveries(env: Env, now: Date): Promise<void> {
  await createDeliveryPartitions(openHttp(configOf(env).databaseUrl), now);
}
