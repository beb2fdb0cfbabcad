DROP INDEX "order_items_product_idx";--> statement-breakpoint
DROP INDEX "order_items_variant_idx";--> statement-breakpoint
CREATE INDEX "order_items_product_idx" ON "order_items" USING btree ("org_id","product_external_id","order_id");--> statement-breakpoint
CREATE INDEX "order_items_variant_idx" ON "order_items" USING btree ("org_id","variant_external_id","order_id") WHERE variant_external_id is not null;