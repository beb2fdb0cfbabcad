CREATE TABLE "import_drafts" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"import_id" uuid NOT NULL,
	"key" text NOT NULL,
	"record_id" uuid,
	"value" jsonb,
	CONSTRAINT "import_drafts_org_id_import_id_key_pk" PRIMARY KEY("org_id","import_id","key")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"noun" text NOT NULL,
	"header_hash" text NOT NULL,
	"settings" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_org_id_noun_header_hash_pk" PRIMARY KEY("org_id","noun","header_hash")
);
--> statement-breakpoint
CREATE TABLE "import_parts" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"import_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"first_row" integer NOT NULL,
	"row_count" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "import_parts_org_id_import_id_part_pk" PRIMARY KEY("org_id","import_id","part")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"outcome" text NOT NULL,
	"record_id" uuid,
	"before" jsonb,
	"problems" jsonb,
	"undone" text,
	CONSTRAINT "import_rows_org_id_import_id_row_pk" PRIMARY KEY("org_id","import_id","row"),
	CONSTRAINT "import_rows_outcome" CHECK ("import_rows"."outcome" in ('created', 'changed', 'skipped', 'rejected')),
	CONSTRAINT "import_rows_undone" CHECK ("import_rows"."undone" in ('restored', 'trashed', 'kept'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"noun" text NOT NULL,
	"file_name" text NOT NULL,
	"file_size" bigint NOT NULL,
	"content_hash" text NOT NULL,
	"encoding" text,
	"delimiter" text,
	"sheet" text,
	"columns" jsonb NOT NULL,
	"header_hash" text NOT NULL,
	"row_count" integer,
	"part_count" integer,
	"settings" jsonb,
	"state" text DEFAULT 'uploading' NOT NULL,
	"job_id" uuid,
	"shop_id" uuid,
	"progress" jsonb,
	"rehearsal" jsonb,
	"counts" jsonb,
	"undo" jsonb,
	"created_by" uuid NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "imports_noun" CHECK ("imports"."noun" in ('customers', 'orders', 'products')),
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('uploading', 'matching', 'rehearsing', 'rehearsed', 'running', 'done', 'undoing', 'undone'))
);
--> statement-breakpoint
ALTER TABLE "import_drafts" ADD CONSTRAINT "import_drafts_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_parts" ADD CONSTRAINT "import_parts_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_org_id_shop_id_shops_org_id_id_fk" FOREIGN KEY ("org_id","shop_id") REFERENCES "public"."shops"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_drafts_record_idx" ON "import_drafts" USING btree ("org_id","import_id","record_id");--> statement-breakpoint
CREATE INDEX "import_rows_outcome_idx" ON "import_rows" USING btree ("org_id","import_id","outcome","row");--> statement-breakpoint
CREATE INDEX "import_rows_record_idx" ON "import_rows" USING btree ("org_id","record_id");--> statement-breakpoint
CREATE INDEX "imports_created_idx" ON "imports" USING btree ("org_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "imports_content_idx" ON "imports" USING btree ("org_id","content_hash");--> statement-breakpoint
CREATE INDEX "imports_expires_idx" ON "imports" USING btree ("expires_at") WHERE expires_at is not null;