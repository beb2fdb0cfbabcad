import { randomUUID } from "node:crypto";
import { composeSearchText, foldText } from "~/domain/customers/search-text";
import type { TestDatabase } from "../setup/database";

export type CustomerRow = {
  id?: string;
  name?: string | null;
  email?: string | null;
  /** E.164. */
  phone?: string | null;
  company?: string | null;
  ordersCount?: number;
  lastOrderAt?: string | null;
  createdAt?: string;
  deletedAt?: string | null;
  mergedInto?: string | null;
  isSample?: boolean;
  /** Net minor units by currency. */
  spend?: Record<string, number>;
};

/** Writes a customer as ingestion would leave one, with its identities and spend. */
export async function createCustomer(
  { owner }: TestDatabase,
  orgId: string,
  row: CustomerRow = {},
): Promise<string> {
  const { id = randomUUID(), name = "Siti Aminah", email = null, phone = null, company = null } = row;
  const searchText = composeSearchText({
    name,
    company,
    emails: email ? [email] : [],
    phones: phone ? [phone] : [],
  });
  await owner.query(
    `INSERT INTO customers (org_id, id, name, sort_name, email, phone, company, search_text, orders_count,
       last_order_at, created_at, deleted_at, merged_into, is_sample)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11::timestamptz, now()), $12, $13, $14)`,
    [
      orgId,
      id,
      name,
      foldText(name ?? email ?? phone ?? ""),
      email,
      phone,
      company,
      searchText,
      row.ordersCount ?? 0,
      row.lastOrderAt ?? null,
      row.createdAt ?? null,
      row.deletedAt ?? null,
      row.mergedInto ?? null,
      row.isSample ?? false,
    ],
  );
  for (const [kind, value] of Object.entries({ email, phone })) {
    if (value) await createIdentity({ owner }, orgId, { customerId: id, kind, value });
  }
  for (const [currency, minor] of Object.entries(row.spend ?? {})) {
    await owner.query("INSERT INTO customer_spend VALUES ($1, $2, $3, 1, $4, 0, $4)", [
      orgId,
      id,
      currency,
      minor,
    ]);
  }
  return id;
}

type IdentityRow = { customerId: string; kind: string; value: string; namespace?: string };

export async function createIdentity(
  { owner }: Pick<TestDatabase, "owner">,
  orgId: string,
  { customerId, kind, value, namespace = "" }: IdentityRow,
): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `INSERT INTO identities (org_id, id, kind, namespace, value, customer_id, first_seen_at)
     VALUES ($1, $2, $3, $4, $5, $6, now())`,
    [orgId, id, kind, namespace, value, customerId],
  );
  return id;
}
