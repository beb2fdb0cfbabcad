-- What filters compare names by: lower case, without accents, compatibility forms folded, at most 200 letters. Plain
-- enough to be inlined, and most names need no more than its first branch.
CREATE FUNCTION fold_text(p text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN octet_length(p) = char_length(p) THEN left(lower(p), 200)
  ELSE left(lower(normalize(regexp_replace(normalize(p, NFKD), '[\u0300-\u036f]', '', 'g'), NFKC)), 200) END;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION fold_text(text) TO orucrm_app;--> statement-breakpoint
CREATE TABLE "list_layouts" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"noun" text NOT NULL,
	"columns" jsonb,
	"widths" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"density" text DEFAULT 'comfortable' NOT NULL,
	"default_view_id" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_layouts_org_id_user_id_noun_pk" PRIMARY KEY("org_id","user_id","noun"),
	CONSTRAINT "list_layouts_noun" CHECK ("list_layouts"."noun" in ('customers', 'orders', 'products', 'subscriptions')),
	CONSTRAINT "list_layouts_density" CHECK ("list_layouts"."density" in ('comfortable', 'compact'))
);
--> statement-breakpoint
CREATE TABLE "views" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"noun" text NOT NULL,
	"name" text NOT NULL,
	"private_to" uuid,
	"created_by" uuid,
	"state" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "views_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "views_noun" CHECK ("views"."noun" in ('customers', 'orders', 'products', 'subscriptions'))
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "name_key" text GENERATED ALWAYS AS (fold_text(name)) STORED;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "company_key" text GENERATED ALWAYS AS (fold_text(company)) STORED;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "city_key" text GENERATED ALWAYS AS (fold_text(city)) STORED;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "has_coupon" boolean GENERATED ALWAYS AS (coupons <> '[]'::jsonb) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "list_layouts" ADD CONSTRAINT "list_layouts_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_layouts" ADD CONSTRAINT "list_layouts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_layouts" ADD CONSTRAINT "list_layouts_org_id_default_view_id_views_org_id_id_fk" FOREIGN KEY ("org_id","default_view_id") REFERENCES "public"."views"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "views" ADD CONSTRAINT "views_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "views" ADD CONSTRAINT "views_private_to_users_id_fk" FOREIGN KEY ("private_to") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "views" ADD CONSTRAINT "views_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_layouts_user_idx" ON "list_layouts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "list_layouts_view_idx" ON "list_layouts" USING btree ("org_id","default_view_id");--> statement-breakpoint
CREATE INDEX "views_noun_idx" ON "views" USING btree ("org_id","noun","name","id");--> statement-breakpoint
CREATE INDEX "views_private_idx" ON "views" USING btree ("private_to") WHERE private_to is not null;--> statement-breakpoint
CREATE INDEX "consents_state_idx" ON "consents" USING btree ("org_id","channel","state","identity_id");--> statement-breakpoint
CREATE INDEX "customers_name_key_idx" ON "customers" USING btree ("org_id","name_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "customers_company_key_idx" ON "customers" USING btree ("org_id","company_key" text_pattern_ops) WHERE company_key is not null;--> statement-breakpoint
CREATE INDEX "customers_city_key_idx" ON "customers" USING btree ("org_id","city_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "customers_email_idx" ON "customers" USING btree ("org_id","email" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "customers_phone_idx" ON "customers" USING btree ("org_id","phone" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "customers_first_order_idx" ON "customers" USING btree ("org_id","first_order_at");--> statement-breakpoint
CREATE INDEX "order_items_variant_idx" ON "order_items" USING btree ("org_id","variant_external_id") WHERE variant_external_id is not null;--> statement-breakpoint
CREATE INDEX "orders_total_idx" ON "orders" USING btree ("org_id","currency","total_minor" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "orders_coupon_idx" ON "orders" USING btree ("org_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE has_coupon and deleted_at is null;--> statement-breakpoint
CREATE INDEX "orders_refunded_idx" ON "orders" USING btree ("org_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE refunded_minor > 0 and deleted_at is null;--> statement-breakpoint
CREATE INDEX "orders_test_idx" ON "orders" USING btree ("org_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE is_test and deleted_at is null;--> statement-breakpoint
CREATE INDEX "orders_cash_idx" ON "orders" USING btree ("org_id","customer_id") WHERE is_cash_on_delivery and deleted_at is null;--> statement-breakpoint
SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON views, list_layouts TO orucrm_app;
