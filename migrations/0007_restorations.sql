ALTER TABLE "removals" ALTER COLUMN "removed_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "removals" ADD COLUMN "restored_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "customers_merged_idx" ON "customers" USING btree ("org_id","merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "refunds_order_idx" ON "refunds" USING btree ("org_id","order_id");