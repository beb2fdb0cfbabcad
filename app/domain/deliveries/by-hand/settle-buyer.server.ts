import type { OrgContext } from "~/domain/context";
import { findBuyer } from "~/domain/customers/find-buyer.server";
import { BUYER_FIELDS, type Buyer } from "~/domain/customers/typed-buyer";
import { AppError } from "~/lib/app-error";
import { createCustomer } from "./create-customer.server";

/**
 * The id of the customer whose a sale is; somebody new is made one. Null for nobody's. Throws
 * `invalid` for a customer who is not there, or a contact by which another one is known.
 */
export async function settleBuyer(ctx: OrgContext, buyer: Buyer): Promise<string | null> {
  if (!buyer) return null;
  if ("customerId" in buyer) {
    if (await findBuyer(ctx, buyer.customerId)) return buyer.customerId;
    throw refused("customerId", "sales:errors.noCustomer");
  }
  const created = await createCustomer(ctx, buyer.form);
  if (created.isCreated) return created.customerId;
  const { field } = created.taken;
  throw refused(BUYER_FIELDS[field === "custom" ? "name" : field], "sales:errors.takenContact");
}

function refused(field: string, message: string): AppError {
  return new AppError("invalid", message, { fields: { [field]: message } });
}
