import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import { AppError } from "~/lib/app-error";
import { logError } from "~/lib/log";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { recountCustomers } from "../customers/recount-customers.server";
import { type TombstoneHasher, tombstoneHasher } from "../customers/tombstones";
import { deleteExports } from "../exports/discard-exports.server";
import { requireRecordId } from "../record-id";
import { emptyMentions } from "./empty-mentions.server";
import { discardFiles, eraseCopies } from "./erase-copies.server";
import { erasePeople } from "./erase-people.server";
import { type Family, peopleOf, pickFamily } from "./pick-family.server";
import { registerErasure } from "./register-erasure.server";

/**
 * Erases one customer everywhere, together with those that were merged into it:
 * their identities, consents and facts, the buyer on their orders, what deliveries,
 * the audit log and exports hold of them. Sums of orders stay. Tombstones keep late
 * deliveries from bringing the person back. Throws `not_found` when there is none.
 */
export async function eraseCustomer(ctx: OrgContext, input: { customerId: string }): Promise<void> {
  const id = requireRecordId(input.customerId);
  const { organization } = await ctx.db.enterToWrite();
  const hasher = await tombstoneHasher(ctx.keyring, organization.id);
  await ctx.ports.jobs.inOrg(organization.id, (tx) => eraseIn(tx, ctx, { id, hasher }));
  try {
    await deleteExports(ctx.ports.archive, organization.id);
  } catch (error) {
    // They cannot be downloaded any more, and the sweep deletes them within minutes.
    logError("exports.not_deleted", { orgId: organization.id, error });
  }
}

async function eraseIn(
  tx: OrgTransaction,
  ctx: OrgContext,
  { id, hasher }: { id: string; hasher: TombstoneHasher },
): Promise<void> {
  const family = await pickFamily(tx, id, ctx.now().toISOString());
  if (!family) throw new AppError("not_found", "errors:notFound");
  const at = ctx.now().toISOString();
  const deliveries = await emptyMentions(tx, family, at);
  const erased = await erasePeople(tx, await peopleOf(family, hasher), at);
  await deleteRest(tx, family);
  if (erased.touched.length > 0) await recountCustomers(tx, erased.touched);
  const acts = await eraseCopies(tx, family.customers);
  const exports = await discardFiles(tx);
  const counts = {
    customers: family.customers.length,
    orders: erased.ordersErased,
    deliveries,
    acts,
    exports,
  };
  await registerErasure(tx, { id: ctx.newId(), at, kind: "customer", actor: ctx.actor, counts });
  const act = {
    action: "customer.forgotten",
    subject: { kind: "customer", id },
    facts: { orders: counts.orders },
  };
  await tx.execute(auditRow(ctx, act));
}

/** Customers of whom no identity was known do not go with their identities. */
async function deleteRest(tx: OrgTransaction, { customers }: Family): Promise<void> {
  const ids = sql.param([...customers]);
  await tx.execute(sql`update customers set merged_into = null where id = any(${ids}::uuid[])`);
  await tx.execute(sql`delete from customers where id = any(${ids}::uuid[])`);
}
