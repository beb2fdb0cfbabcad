import { sql } from "drizzle-orm";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";

/**
 * Refuses with `not_found` what is no customer of the organization. Ask it in the same
 * turn as the reads about the customer, and it costs no round trip.
 */
export async function requireCustomer({ db }: OrgContext, customerId: string): Promise<void> {
  const id = requireRecordId(customerId);
  const { rowCount } = await db.read(db.orm.execute(sql`select from customers where id = ${id}::uuid`));
  if (rowCount === 0) throw new AppError("not_found", "errors:notFound");
}
