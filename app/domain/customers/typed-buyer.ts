import * as z from "zod";
import { type CustomerForm, newCustomerSchema } from "./customer-form.schema";

/** Whose a sale is: a customer's who is here, somebody's who is new, or nobody's. */
export type Buyer = { customerId: string } | { form: CustomerForm } | null;

const line = z.string().optional();

/** What forms of sales ask about the buyer: one who was picked, or how a new one is called. */
export const typedBuyer = {
  customerId: z.uuid("sales:errors.noCustomer").optional(),
  buyerName: line,
  buyerPhone: line,
  buyerEmail: line,
};
type TypedBuyer = z.output<z.ZodObject<typeof typedBuyer>>;

/** The field of such a form for each fact of a new customer. */
export const BUYER_FIELDS = { name: "buyerName", phone: "buyerPhone", email: "buyerEmail" } as const;

/** Reads the buyer; what cannot be a name or contact gets an issue at its field. A picked one goes before. */
export function readBuyer(typed: TypedBuyer, issue: z.RefinementCtx): Buyer {
  const { customerId, buyerName: name, buyerPhone: phone, buyerEmail: email } = typed;
  if (customerId) return { customerId };
  if (!name && !phone && !email) return null;
  const read = newCustomerSchema.safeParse({ name, phone, email });
  if (read.success) return { form: read.data };
  for (const { path, message } of read.error.issues) {
    const [fact] = path;
    const field = fact === "phone" || fact === "email" ? BUYER_FIELDS[fact] : BUYER_FIELDS.name;
    issue.addIssue({ code: "custom", message, path: [field] });
  }
  return null;
}
