import type { SQL } from "drizzle-orm";
import { takeTurn } from "~/db/writers-turn";
import type { OrgContext } from "~/domain/context";
import { findBuyer } from "~/domain/customers/find-buyer.server";
import { BUYER_FIELDS, type Buyer } from "~/domain/customers/typed-buyer";
import { AppError } from "~/lib/app-error";
import { createCustomer } from "./create-customer.server";

/**
 * Writes a sale together with whose it is: somebody new is made a customer in the same
 * transaction. Null is nobody. Throws `invalid` for a customer who is not there, or a contact by
 * which another one is known.
 */
export async function writeSale(
  ctx: OrgContext,
  buyer: Buyer,
  statementsFor: (customerId: string | null) => SQL[],
): Promise<void> {
  if (buyer && "form" in buyer) {
    const created = await createCustomer(ctx, buyer.form, statementsFor);
    if (created.isCreated) return;
    const { field } = created.taken;
    throw refused(BUYER_FIELDS[field === "custom" ? "name" : field], "sales:errors.takenContact");
  }
  if (buyer && !(await findBuyer(ctx, buyer.customerId)))
    throw refused("customerId", "sales:errors.noCustomer");
  const statements = [takeTurn, ...statementsFor(buyer?.customerId ?? null)];
  await ctx.db.write(statements.map((statement) => ctx.db.orm.execute(statement)));
}

function refused(field: string, message: string): AppError {
  return new AppError("invalid", message, { fields: { [field]: message } });
}
