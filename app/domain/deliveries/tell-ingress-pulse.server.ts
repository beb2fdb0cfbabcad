import { sql } from "drizzle-orm";
import type { HttpDatabase } from "~/db/client";

/** Keeps when every inbox was last looked into, and how many deliveries waited there. */
export async function tellIngressPulse(db: HttpDatabase, at: Date, waiting: number): Promise<void> {
  await db.execute(sql`select tell_ingress_pulse(${at.toISOString()}::timestamptz, ${waiting}::int)`);
}
