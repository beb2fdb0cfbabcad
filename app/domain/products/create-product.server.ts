import { sql } from "drizzle-orm";
import { takeTurn } from "~/db/writers-turn";
import { auditRow } from "../audit/audit-row";
import { makeManualShop, manualShop } from "../connections/manual-shop";
import type { OrgContext } from "../context";
import type { CreateProduct } from "./product-form.schema";

/** Enters a product by hand into the organization's own shop, which is made on first use. Answers its id. */
export async function createProduct(ctx: OrgContext, input: CreateProduct): Promise<string> {
  const id = ctx.newId();
  const at = ctx.now().toISOString();
  const { name, sku, priceMinor, currency, status, stock, stockQuantity } = input;
  const statements = [
    takeTurn,
    makeManualShop(ctx),
    sql`
      insert into products (id, shop_id, external_id, name, sku, price_minor, currency, status, stock, stock_quantity,
        version_at, version_hash, created_at, updated_at)
      values (${id}::uuid, ${manualShop}, ${id}, ${name}, ${sku}, ${priceMinor}::bigint, ${currency}, ${status},
        ${stock}, ${stockQuantity}::integer, ${at}::timestamptz, '', ${at}::timestamptz, ${at}::timestamptz)`,
    auditRow(ctx, {
      action: "product.created",
      subject: { kind: "product", id },
      facts: {},
      after: { name, sku, priceMinor, currency, status, stock, stockQuantity },
    }),
  ];
  await ctx.db.write(statements.map((statement) => ctx.db.orm.execute(statement)));
  return id;
}
