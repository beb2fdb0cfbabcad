DROP INDEX "customers_last_order_idx";--> statement-breakpoint
DROP INDEX "customers_created_idx";--> statement-breakpoint
DROP INDEX "customers_sort_name_idx";--> statement-breakpoint
DROP INDEX "customers_orders_count_idx";--> statement-breakpoint
DROP INDEX "orders_placed_idx";--> statement-breakpoint
DROP INDEX "orders_status_idx";--> statement-breakpoint
DROP INDEX "orders_shop_idx";--> statement-breakpoint
CREATE INDEX "customers_last_order_idx" ON "customers" USING btree ("org_id","last_order_key" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "customers_created_idx" ON "customers" USING btree ("org_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "customers_sort_name_idx" ON "customers" USING btree ("org_id","sort_name","id") WHERE deleted_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "customers_orders_count_idx" ON "customers" USING btree ("org_id","orders_count" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "orders_placed_idx" ON "orders" USING btree ("org_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "orders_status_idx" ON "orders" USING btree ("org_id","status","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "orders_shop_idx" ON "orders" USING btree ("org_id","shop_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is null;