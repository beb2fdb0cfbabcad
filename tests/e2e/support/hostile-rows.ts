import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import * as z from "zod";
import { HOSTILE_STRINGS } from "../../factories/hostile-strings";
import type { World } from "../access-rules";
import type { AppMember } from "./app-member";

const columnsSchema = z.object({ columns: z.string() });

/** Which columns hold what people or shops wrote; `{}` is where the text goes into JSON. */
const WRITTEN: Record<string, Record<string, string | null>> = {
  customers: {
    name: null,
    sort_name: null,
    email: null,
    phone_raw: null,
    company: null,
    city: null,
    state: null,
    search_text: null,
  },
  orders: {
    number: null,
    source_status: null,
    payment_method: null,
    channel: null,
    coupons: '["{}"]',
    contact:
      '{"person": {"name": "{}", "email": "{}", "company": "{}"}, "address": {"line1": "{}", "city": "{}", "state": "{}", "postcode": "{}"}}',
  },
  order_items: { name: null, sku: null },
  products: { name: null, sku: null, url: null, categories: '["{}"]' },
  deliveries: {
    topic: null,
    subject: null,
    detail: null,
    source_shop: null,
    headers: '{"x-topic": "{}"}',
    body: null,
  },
};

/** Rows of their own for each hostile text; beside the key, what must differ between copies. */
const COPIED = [
  { table: "customers", id: "customerId" },
  { table: "orders", id: "orderId" },
  { table: "deliveries", id: "deliveryId" },
] as const;

/** The texts of one row: each column gets another one, so that few rows hold them all. */
function valuesOf(table: string, offset: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(WRITTEN[table] ?? {}).map(([column, shape], index) => {
      const text = HOSTILE_STRINGS[(offset + index) % HOSTILE_STRINGS.length] ?? "";
      if (shape === null) return [column, text];
      return [column, JSON.parse(shape.replaceAll("{}", JSON.stringify(text).slice(1, -1)))];
    }),
  );
}

/**
 * Copies the world's customer, order, product and delivery, once for each hostile
 * text, and writes these into all that people see. Answers the ids by kind.
 */
export async function writeHostileRows(owner: Pool, { orgId }: AppMember, world: World) {
  const ids = { customerId: [] as string[], orderId: [] as string[], deliveryId: [] as string[] };
  for (const [offset] of HOSTILE_STRINGS.entries()) {
    for (const { table, id } of COPIED) {
      const copy = randomUUID();
      ids[id].push(copy);
      const unique = {
        id: copy,
        ...(table === "orders" && { external_id: copy, customer_id: ids.customerId[offset] }),
        ...(table === "deliveries" && { dedupe_key: copy }),
      };
      await copyRow(owner, table, world[id], { ...unique, ...valuesOf(table, offset) });
    }
    await addItem(owner, orgId, ids.orderId[offset] ?? "", offset);
    await addProduct(owner, orgId, world, offset);
  }
  return ids;
}

async function copyRow(owner: Pool, table: string, id: string, change: object): Promise<void> {
  const { rows } = await owner.query(
    `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  const { columns } = columnsSchema.parse(rows[0]);
  await owner.query(
    `INSERT INTO ${table} (${columns})
     SELECT ${columns} FROM (
       SELECT (jsonb_populate_record(t, $2::jsonb)).* FROM ${table} t WHERE t.id = $1) copied`,
    [id, JSON.stringify(change)],
  );
}

async function addItem(owner: Pool, orgId: string, orderId: string, offset: number): Promise<void> {
  const { name, sku } = valuesOf("order_items", offset);
  await owner.query(
    `INSERT INTO order_items (org_id, order_id, position, external_id, name, sku, quantity, total_minor, tax_minor)
     VALUES ($1, $2, 99, '99', $3, $4, 1, 100, 0)`,
    [orgId, orderId, name, sku],
  );
}

async function addProduct(owner: Pool, orgId: string, world: World, offset: number): Promise<void> {
  const { name, sku, url, categories } = valuesOf("products", offset);
  await owner.query(
    `INSERT INTO products (org_id, id, shop_id, external_id, name, sku, url, categories, status, stock, version_at, version_hash)
     SELECT $1, $2::uuid, shop_id, $2::uuid::text, $4, $5, $6, $7::jsonb, 'active', 'in_stock', now(), ''
     FROM connections WHERE id = $3`,
    [orgId, randomUUID(), world.connectionId, name, sku, url, JSON.stringify(categories)],
  );
}

/** What exists once or belongs to people: the organization, its shop and connection, members, acts, threads, news. */
export async function writeHostileNames(owner: Pool, { orgId, userId }: AppMember): Promise<void> {
  const text = (index: number) => HOSTILE_STRINGS[index % HOSTILE_STRINGS.length] ?? "";
  const details = { registrationNumber: text(0), phone: text(24), website: text(53), address: text(16) };
  await owner.query("UPDATE organizations SET name = $2, details = $3 WHERE id = $1", [
    orgId,
    text(1),
    details,
  ]);
  await owner.query("UPDATE connections SET name = $2, mismatched_shop = $3 WHERE org_id = $1", [
    orgId,
    text(16),
    text(53),
  ]);
  await owner.query("UPDATE shops SET name = $2 WHERE org_id = $1", [orgId, text(30)]);
  await owner.query("UPDATE users SET name = $2 WHERE id = $1", [userId, text(24)]);
  await owner.query("UPDATE sessions SET user_agent = $2, city = $2, country = 'MY' WHERE user_id = $1", [
    userId,
    text(0),
  ]);
  await owner.query("UPDATE invitations SET email = lower($2) WHERE org_id = $1", [orgId, text(17)]);
  await owner.query("UPDATE support_requests SET subject = $2 WHERE org_id = $1", [orgId, text(3)]);
  await owner.query("UPDATE support_messages SET body = $2 WHERE org_id = $1", [
    orgId,
    HOSTILE_STRINGS.join("\n\n"),
  ]);
  await writeHostileActs(owner, orgId, userId);
}

async function writeHostileActs(owner: Pool, orgId: string, userId: string): Promise<void> {
  for (const text of HOSTILE_STRINGS) {
    const facts = JSON.stringify({
      fields: text,
      role: text,
      kind: text,
      reference: text,
      title_en: text,
      body_en: text,
    });
    await owner.query(
      `SELECT set_config('app.org_id', $1, false),
         audit_append(gen_random_uuid(), now(), 'user', $2, 'organization.updated', 'organization', $1, $3, $4::jsonb,
           to_jsonb($3::text), to_jsonb($3::text))`,
      [orgId, userId, text, facts],
    );
    await owner.query(
      "SELECT notification_add(gen_random_uuid(), $1, $2, 'product_news', 'product', $3, $4, false)",
      [userId, orgId, facts, text],
    );
  }
}
