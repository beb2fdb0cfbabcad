import { sql } from "drizzle-orm";
import type { HttpDatabase } from "~/db/client";

const DAYS_AHEAD = 90;

/** Makes the monthly partitions of `deliveries` for the coming three months; those that exist stay. */
export async function createDeliveryPartitions(db: HttpDatabase, now: Date): Promise<void> {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const last = new Date(now.getTime() + DAYS_AHEAD * 86_400_000);
  await db.execute(sql`select ensure_delivery_partitions(${day(now)}::date, ${day(last)}::date)`);
}
