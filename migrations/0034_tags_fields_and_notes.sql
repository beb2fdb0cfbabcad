CREATE TABLE "custom_field_values" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"item" text DEFAULT '' NOT NULL,
	"text_value" text,
	"folded_value" text,
	"number_value" bigint,
	"currency" text,
	"date_value" date,
	"yes_value" boolean,
	"option_id" uuid,
	"unique_key" text,
	"source" text NOT NULL,
	"actor_id" uuid,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "custom_field_values_org_id_customer_id_field_id_item_pk" PRIMARY KEY("org_id","customer_id","field_id","item"),
	CONSTRAINT "custom_field_values_source" CHECK ("custom_field_values"."source" in ('person', 'shop', 'import', 'api'))
);
--> statement-breakpoint
CREATE TABLE "custom_fields" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_required" boolean DEFAULT false NOT NULL,
	"is_unique" boolean DEFAULT false NOT NULL,
	"is_private" boolean DEFAULT false NOT NULL,
	"default_value" text,
	"currency" text,
	"position" integer NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "custom_fields_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "custom_fields_type" CHECK ("custom_fields"."type" in ('text', 'number', 'money', 'date', 'yes_no', 'choice', 'multi_choice', 'url'))
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"body" text NOT NULL,
	"mentions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "notes_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_tags" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"source" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_tags_org_id_customer_id_tag_id_pk" PRIMARY KEY("org_id","customer_id","tag_id"),
	CONSTRAINT "customer_tags_source" CHECK ("customer_tags"."source" in ('person', 'shop', 'import', 'api'))
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"colour" text NOT NULL,
	"customers_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tags_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "tags_colour" CHECK ("tags"."colour" in ('gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'))
);
--> statement-breakpoint
ALTER TABLE "custom_field_values" ADD CONSTRAINT "custom_field_values_org_id_customer_id_customers_org_id_id_fk" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custom_field_values" ADD CONSTRAINT "custom_field_values_org_id_field_id_custom_fields_org_id_id_fk" FOREIGN KEY ("org_id","field_id") REFERENCES "public"."custom_fields"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custom_fields" ADD CONSTRAINT "custom_fields_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_org_id_customer_id_customers_org_id_id_fk" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_tags" ADD CONSTRAINT "customer_tags_org_id_customer_id_customers_org_id_id_fk" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_tags" ADD CONSTRAINT "customer_tags_org_id_tag_id_tags_org_id_id_fk" FOREIGN KEY ("org_id","tag_id") REFERENCES "public"."tags"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "custom_field_values_text_idx" ON "custom_field_values" USING btree ("org_id","field_id","folded_value","customer_id") WHERE folded_value is not null;--> statement-breakpoint
CREATE INDEX "custom_field_values_number_idx" ON "custom_field_values" USING btree ("org_id","field_id","number_value","customer_id") WHERE number_value is not null and currency is null;--> statement-breakpoint
CREATE INDEX "custom_field_values_money_idx" ON "custom_field_values" USING btree ("org_id","field_id","currency","number_value","customer_id") WHERE currency is not null;--> statement-breakpoint
CREATE INDEX "custom_field_values_date_idx" ON "custom_field_values" USING btree ("org_id","field_id","date_value","customer_id") WHERE date_value is not null;--> statement-breakpoint
CREATE INDEX "custom_field_values_yes_idx" ON "custom_field_values" USING btree ("org_id","field_id","yes_value","customer_id") WHERE yes_value is not null;--> statement-breakpoint
CREATE INDEX "custom_field_values_option_idx" ON "custom_field_values" USING btree ("org_id","field_id","option_id","customer_id") WHERE option_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "custom_field_values_unique_key" ON "custom_field_values" USING btree ("org_id","field_id","unique_key") WHERE unique_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "custom_fields_key_key" ON "custom_fields" USING btree ("org_id","key");--> statement-breakpoint
CREATE INDEX "notes_customer_idx" ON "notes" USING btree ("org_id","customer_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notes_deleted_idx" ON "notes" USING btree ("deleted_at") WHERE "notes"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "customer_tags_tag_idx" ON "customer_tags" USING btree ("org_id","tag_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_folded_key" ON "tags" USING btree ("org_id","folded");