CREATE TABLE "bulk_change_rows" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"change_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"error_key" text,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "bulk_change_rows_org_id_change_id_record_id_pk" PRIMARY KEY("org_id","change_id","record_id"),
	CONSTRAINT "bulk_change_rows_outcome" CHECK ("bulk_change_rows"."outcome" in ('changed', 'failed', 'undone', 'kept'))
);
--> statement-breakpoint
CREATE TABLE "bulk_changes" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"noun" text NOT NULL,
	"kind" text NOT NULL,
	"request" jsonb,
	"job_id" uuid,
	"undo_job_id" uuid,
	"changed" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bulk_changes_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "bulk_changes_noun" CHECK ("bulk_changes"."noun" in ('customer', 'order', 'product', 'subscription')),
	CONSTRAINT "bulk_changes_kind" CHECK ("bulk_changes"."kind" in ('trash', 'restore', 'add_tag', 'remove_tag', 'set_field', 'clear_field'))
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "deleted_by" uuid;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "deleted_by" uuid;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "deleted_by" uuid;--> statement-breakpoint
ALTER TABLE "bulk_change_rows" ADD CONSTRAINT "bulk_change_rows_org_id_change_id_bulk_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."bulk_changes"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_change_rows_record_idx" ON "bulk_change_rows" USING btree ("org_id","record_id");--> statement-breakpoint
CREATE INDEX "bulk_change_rows_outcome_idx" ON "bulk_change_rows" USING btree ("org_id","change_id","outcome","record_id");--> statement-breakpoint
CREATE INDEX "bulk_changes_job_idx" ON "bulk_changes" USING btree ("org_id","job_id");--> statement-breakpoint
CREATE INDEX "bulk_changes_expires_idx" ON "bulk_changes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "customers_trash_idx" ON "customers" USING btree ("org_id","deleted_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is not null and merged_into is null;--> statement-breakpoint
CREATE INDEX "customers_trash_name_idx" ON "customers" USING btree ("org_id","sort_name" text_pattern_ops) WHERE deleted_at is not null and merged_into is null;--> statement-breakpoint
CREATE INDEX "orders_trash_idx" ON "orders" USING btree ("org_id","deleted_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "products_trash_idx" ON "products" USING btree ("org_id","deleted_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is not null;