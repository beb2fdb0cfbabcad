CREATE TABLE "checkouts" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"shop_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"number" text NOT NULL,
	"customer_id" uuid,
	"person_key" text,
	"email" text,
	"phone" text,
	"contact" jsonb,
	"currency" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"visits" jsonb NOT NULL,
	"active_at" timestamp with time zone NOT NULL,
	"abandoned_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"order_id" uuid,
	"version_at" timestamp with time zone NOT NULL,
	"version_hash" text NOT NULL,
	"removed_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checkouts_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "checkouts_state" CHECK ("checkouts"."state" in ('open', 'recovered', 'completed')),
	CONSTRAINT "checkouts_currency" CHECK ("checkouts"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
ALTER TABLE "removals" DROP CONSTRAINT "removals_kind";--> statement-breakpoint
ALTER TABLE "subscriptions" DROP CONSTRAINT "subscriptions_status";--> statement-breakpoint
ALTER TABLE "list_layouts" DROP CONSTRAINT "list_layouts_noun";--> statement-breakpoint
ALTER TABLE "views" DROP CONSTRAINT "views_noun";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "checkout_external_id" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "subscription_external_id" text;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "parent_order_external_id" text;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "contact" jsonb;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_org_id_shop_id_shops_org_id_id_fk" FOREIGN KEY ("org_id","shop_id") REFERENCES "public"."shops"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_customer_fk" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_order_fk" FOREIGN KEY ("org_id","order_id") REFERENCES "public"."orders"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "checkouts_external_key" ON "checkouts" USING btree ("org_id","shop_id","external_id");--> statement-breakpoint
CREATE INDEX "checkouts_active_idx" ON "checkouts" USING btree ("org_id","active_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE state <> 'completed';--> statement-breakpoint
CREATE INDEX "checkouts_state_idx" ON "checkouts" USING btree ("org_id","state","active_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE state <> 'completed';--> statement-breakpoint
CREATE INDEX "checkouts_total_idx" ON "checkouts" USING btree ("org_id","currency","total_minor" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE state <> 'completed';--> statement-breakpoint
CREATE INDEX "checkouts_customer_idx" ON "checkouts" USING btree ("org_id","customer_id","active_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "checkouts_person_idx" ON "checkouts" USING btree ("org_id","person_key");--> statement-breakpoint
CREATE INDEX "checkouts_email_idx" ON "checkouts" USING btree ("org_id","email");--> statement-breakpoint
CREATE INDEX "checkouts_phone_idx" ON "checkouts" USING btree ("org_id","phone");--> statement-breakpoint
CREATE INDEX "checkouts_order_idx" ON "checkouts" USING btree ("org_id","order_id");--> statement-breakpoint
CREATE INDEX "checkouts_number_idx" ON "checkouts" USING btree ("org_id","number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "orders_checkout_idx" ON "orders" USING btree ("org_id","shop_id","checkout_external_id") WHERE checkout_external_id is not null;--> statement-breakpoint
CREATE INDEX "orders_subscription_idx" ON "orders" USING btree ("org_id","shop_id","subscription_external_id","placed_at" DESC NULLS LAST) WHERE subscription_external_id is not null;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_kind" CHECK ("removals"."kind" in ('order', 'product', 'customer', 'subscription', 'checkout'));--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_status" CHECK ("subscriptions"."status" in ('pending', 'trial', 'active', 'on_hold', 'pending_cancel', 'cancelled', 'expired'));--> statement-breakpoint
ALTER TABLE "list_layouts" ADD CONSTRAINT "list_layouts_noun" CHECK ("list_layouts"."noun" in ('customers', 'orders', 'products', 'subscriptions', 'checkouts'));--> statement-breakpoint
ALTER TABLE "views" ADD CONSTRAINT "views_noun" CHECK ("views"."noun" in ('customers', 'orders', 'products', 'subscriptions', 'checkouts'));--> statement-breakpoint
-- Whoever is purged, and an order that goes, leaves the checkout; what it holds of the person is cleared by who purges.
ALTER TABLE "checkouts" DROP CONSTRAINT "checkouts_customer_fk";--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_customer_fk" FOREIGN KEY ("org_id","customer_id")
  REFERENCES "customers" ("org_id","id") ON DELETE SET NULL ("customer_id");--> statement-breakpoint
ALTER TABLE "checkouts" DROP CONSTRAINT "checkouts_order_fk";--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_order_fk" FOREIGN KEY ("org_id","order_id")
  REFERENCES "orders" ("org_id","id") ON DELETE SET NULL ("order_id");--> statement-breakpoint
SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON checkouts TO orucrm_app;--> statement-breakpoint

-- As before, and what subscriptions and checkouts hold of the customers.
CREATE OR REPLACE FUNCTION purge_records(p_org uuid, p_customers uuid[], p_orders uuid[], p_products uuid[],
  p_at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  UPDATE deliveries d SET body = NULL, headers = '{}', erased_at = p_at
  FROM connections c, (
    SELECT o.shop_id::text AS shop, 'order:' || o.external_id AS subject FROM orders o
      WHERE o.org_id = p_org AND (o.customer_id = ANY (p_customers) OR o.id = ANY (p_orders))
    UNION ALL
    SELECT s.shop_id::text, 'subscription:' || s.external_id FROM subscriptions s
      WHERE s.org_id = p_org AND s.customer_id = ANY (p_customers)
    UNION ALL
    SELECT k.shop_id::text, 'checkout:' || k.external_id FROM checkouts k
      WHERE k.org_id = p_org AND k.customer_id = ANY (p_customers)
    UNION ALL
    SELECT i.namespace, 'customer:' || i.value FROM identities i
      WHERE i.org_id = p_org AND i.kind = 'platform' AND i.customer_id = ANY (p_customers)
    UNION ALL
    SELECT p.shop_id::text, 'product:' || p.external_id FROM products p
      WHERE p.org_id = p_org AND p.id = ANY (p_products)) told
  WHERE c.org_id = p_org AND c.shop_id::text = told.shop
    AND d.org_id = p_org AND d.connection_id = c.id AND d.subject = told.subject AND d.erased_at IS NULL;
  PERFORM audit_erase_values((p_customers || p_orders || p_products)::text[]);
  DELETE FROM bulk_change_rows WHERE org_id = p_org AND record_id = ANY (p_customers || p_orders || p_products);
  UPDATE orders SET customer_id = NULL, identity_id = NULL, contact = NULL, erased_at = coalesce(erased_at, p_at)
    WHERE org_id = p_org AND customer_id = ANY (p_customers);
  UPDATE orders SET identity_id = NULL WHERE org_id = p_org AND identity_id IN
    (SELECT id FROM identities WHERE org_id = p_org AND customer_id = ANY (p_customers));
  UPDATE subscriptions SET customer_id = NULL, identity_id = NULL, contact = NULL,
      erased_at = coalesce(erased_at, p_at)
    WHERE org_id = p_org AND customer_id = ANY (p_customers);
  UPDATE checkouts SET customer_id = NULL, person_key = NULL, email = NULL, phone = NULL, contact = NULL,
      erased_at = coalesce(erased_at, p_at)
    WHERE org_id = p_org AND customer_id = ANY (p_customers);
  UPDATE customers SET merged_into = NULL WHERE org_id = p_org AND id = ANY (p_customers) AND merged_into IS NOT NULL;
  DELETE FROM orders WHERE org_id = p_org AND id = ANY (p_orders);
  DELETE FROM products WHERE org_id = p_org AND id = ANY (p_products);
  DELETE FROM customers WHERE org_id = p_org AND id = ANY (p_customers);
END $$;
