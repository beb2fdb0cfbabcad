import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import * as z from "zod";
import { customBody } from "~/connectors/generic/fixtures/order-body";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import type { ImportNoun } from "~/domain/imports/import-fields";
import { createCheckout } from "../../factories/checkout-rows";
import { createCustomer } from "../../factories/customer-rows";
import { createMember } from "../../factories/org-context";
import { createProductRow } from "../../factories/product-rows";
import { createSubscription } from "../../factories/subscription-rows";
import type { BuiltApp } from "../../setup/built-app";
import type { World } from "../access-rules";
import type { AppMember } from "./app-member";
import { connectShop } from "./app-shop";

const orderSchema = z.tuple([
  z.object({
    customerId: z.uuid(),
    orderId: z.uuid(),
    shopId: z.uuid(),
    connectionId: z.uuid(),
    deliveryId: z.uuid(),
  }),
]);

/** A connected shop of the member's organization, from which one order came, another member, an invitation, a question to support and an export. */
export async function createWorld(
  app: BuiltApp,
  admin: AppMember,
  order: unknown = wooOrderBody(),
): Promise<World> {
  const { connectionId, deliver } = await connectShop(app, admin);
  await deliver("order.created", order);
  const mappedConnectionId = await connectMapped(app, admin);
  const { userId: memberId } = await createMember(app.database, { organization: admin, role: "viewer" });
  const invitationId = await createInvitation(app, admin);
  const supportRequestId = await askSupport(app, admin);
  const importId = await keepImport(app, admin);
  const exportId = await keepExport(app, admin, "full_export");
  const listExportId = await keepExport(app, admin, "list_export");
  const { shopId, ...found } = await vi.waitFor(
    async () => {
      const rows = await app.database.owner.query(
        `SELECT o.customer_id AS "customerId", o.id AS "orderId", o.shop_id AS "shopId", c.id AS "connectionId", d.id AS "deliveryId"
         FROM connections c
         JOIN orders o ON (o.org_id, o.shop_id) = (c.org_id, c.shop_id)
         JOIN deliveries d ON (d.org_id, d.connection_id) = (c.org_id, c.id)
         WHERE c.id = $1`,
        [connectionId],
      );
      const [ids] = orderSchema.parse(rows.rows);
      return ids;
    },
    { timeout: 30_000, interval: 100 },
  );
  const { customerId } = found;
  const subscriptionId = await createSubscription(app.database, admin.orgId, { shopId, customerId });
  const checkoutId = await createCheckout(app.database, admin.orgId, { shopId, customerId });
  const productId = await createProductRow(app.database, admin.orgId, { shopId });
  const otherCustomerId = await suggestDuplicate(app, admin, customerId);
  return {
    slug: admin.slug,
    ...found,
    mappedConnectionId,
    otherCustomerId,
    productId,
    subscriptionId,
    checkoutId,
    memberId,
    invitationId,
    supportRequestId,
    exportId,
    importId,
    listExportId,
  };
}

/** A custom webhook with one delivery that waits for its mapping. */
async function connectMapped(app: BuiltApp, admin: AppMember): Promise<string> {
  const fields = {
    platform: "generic",
    name: "Sistem sendiri",
    "proof.kind": "token",
    "proof.header": "x-token",
  };
  const answer = await admin.submit(`/o/${admin.slug}/connections/new`, fields);
  const id = z.uuid().parse(answer.headers.get("Location")?.split("/").at(-1));
  const body = JSON.stringify(customBody());
  await app.database.owner.query(
    `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, dedupe_key, outcome, reason, body, body_bytes)
     VALUES ($1, gen_random_uuid(), now(), $2, 'unmapped', 'unmapped', 'needs_attention', 'needs_mapping', $3, $4)`,
    [admin.orgId, id, body, body.length],
  );
  return id;
}

async function createInvitation(app: BuiltApp, { orgId, userId }: AppMember): Promise<string> {
  const id = randomUUID();
  await app.database.owner.query(
    `INSERT INTO invitations (org_id, id, email, role, token_hash, invited_by, expires_at)
     VALUES ($1, $2, $4, 'member', $4, $3, now() + interval '7 days')`,
    [orgId, id, userId, `${id}@kedai.my`],
  );
  return id;
}

/** Somebody else who may be the customer. */
async function suggestDuplicate(app: BuiltApp, { orgId }: AppMember, customerId: string): Promise<string> {
  const email = `${randomUUID()}@kedai.my`;
  const id = await createCustomer(app.database, orgId, { name: "Aisyah Rahman", email });
  await app.database.owner.query(
    `INSERT INTO duplicate_suggestions (org_id, one_id, other_id, score, reasons, found_at)
     VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 80, '["similar_name", "same_address"]', now())`,
    [orgId, customerId, id],
  );
  return id;
}

/** A finished export of nothing. */
async function keepExport(app: BuiltApp, { orgId, userId }: AppMember, kind: string): Promise<string> {
  const id = randomUUID();
  await app.database.owner.query(
    `INSERT INTO jobs (org_id, id, kind, state, created_by, created_at, finished_at, result, expires_at)
     VALUES ($1, $2, $4, 'done', $3, now() - interval '2 days', now() - interval '2 days',
       '{"files": [], "bytes": 98}', now() + interval '5 days')`,
    [orgId, id, userId, kind],
  );
  return id;
}

/** A file whose columns wait to be matched. */
export async function keepImport(
  app: BuiltApp,
  { orgId, userId }: AppMember,
  noun: ImportNoun = "customers",
): Promise<string> {
  const id = randomUUID();
  await app.database.owner.query(
    `INSERT INTO imports (org_id, id, noun, file_name, file_size, content_hash, columns, header_hash, row_count,
       part_count, state, created_by, expires_at)
     VALUES ($1, $2, $5, 'kedai.csv', 60, $4, '["Nama", "Telefon", "Catatan"]', $4, 2, 1, 'matching',
       $3, now() + interval '7 days')`,
    [orgId, id, userId, "0".repeat(64), noun],
  );
  return id;
}

/** A question to support by the member, of which operators know. */
async function askSupport(app: BuiltApp, { orgId, userId }: AppMember): Promise<string> {
  const id = randomUUID();
  await app.database.owner.query(
    `WITH asked AS (
       INSERT INTO support_requests (org_id, id, reference, user_id, subject)
         VALUES ($1, $2, $3, $4, 'Orders are late') RETURNING org_id, id)
     INSERT INTO support_messages (org_id, id, request_id, author, user_id, body, mail_state)
       SELECT org_id, gen_random_uuid(), id, 'member', $4, 'Since noon.', 'sent' FROM asked`,
    [orgId, id, `S-${id}`, userId],
  );
  return id;
}
