DROP INDEX "products_name_idx";--> statement-breakpoint
DROP INDEX "customers_last_order_idx";--> statement-breakpoint
DROP INDEX "orders_number_idx";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "last_order_key" timestamp with time zone GENERATED ALWAYS AS (coalesce(last_order_at, '-infinity')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "sort_name" text GENERATED ALWAYS AS (lower(name)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "customers_search_idx" ON "customers" USING gin ("org_id","search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "orders_status_idx" ON "orders" USING btree ("org_id","status","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_shop_idx" ON "orders" USING btree ("org_id","shop_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "products_sort_name_idx" ON "products" USING btree ("org_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "customers_last_order_idx" ON "customers" USING btree ("org_id","last_order_key" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_number_idx" ON "orders" USING btree ("org_id","number" text_pattern_ops);