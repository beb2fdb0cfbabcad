CREATE TABLE "subscriptions" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"shop_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"number" text NOT NULL,
	"customer_id" uuid,
	"identity_id" uuid,
	"status" text NOT NULL,
	"source_status" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"interval_count" integer NOT NULL,
	"interval_unit" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"next_payment_at" timestamp with time zone,
	"next_payment_key" timestamp with time zone GENERATED ALWAYS AS (coalesce(next_payment_at, 'infinity')) STORED NOT NULL,
	"last_payment_at" timestamp with time zone,
	"trial_ends_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"payment_method" text,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"corrections" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version_at" timestamp with time zone NOT NULL,
	"version_rank" integer NOT NULL,
	"version_hash" text NOT NULL,
	"removed_at" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" uuid,
	CONSTRAINT "subscriptions_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "subscriptions_status" CHECK ("subscriptions"."status" in ('trial', 'active', 'on_hold', 'pending_cancel', 'cancelled', 'expired')),
	CONSTRAINT "subscriptions_currency" CHECK ("subscriptions"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "subscriptions_interval_unit" CHECK ("subscriptions"."interval_unit" in ('day', 'week', 'month', 'year')),
	CONSTRAINT "subscriptions_interval_count" CHECK ("subscriptions"."interval_count" > 0)
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "corrections" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "corrections" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_org_id_shop_id_shops_org_id_id_fk" FOREIGN KEY ("org_id","shop_id") REFERENCES "public"."shops"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_customer_fk" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_identity_fk" FOREIGN KEY ("org_id","identity_id") REFERENCES "public"."identities"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_external_key" ON "subscriptions" USING btree ("org_id","shop_id","external_id");--> statement-breakpoint
CREATE INDEX "subscriptions_started_idx" ON "subscriptions" USING btree ("org_id","started_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "subscriptions_status_idx" ON "subscriptions" USING btree ("org_id","status","started_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "subscriptions_next_payment_idx" ON "subscriptions" USING btree ("org_id","next_payment_key","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "subscriptions_customer_idx" ON "subscriptions" USING btree ("org_id","customer_id","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "subscriptions_identity_idx" ON "subscriptions" USING btree ("org_id","identity_id");--> statement-breakpoint
CREATE INDEX "subscriptions_deleted_idx" ON "subscriptions" USING btree ("deleted_at") WHERE "subscriptions"."deleted_at" is not null;
--> statement-breakpoint
-- Whoever is erased or purged leaves the subscription without a person.
ALTER TABLE "subscriptions" DROP CONSTRAINT "subscriptions_customer_fk";--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_customer_fk" FOREIGN KEY ("org_id","customer_id")
  REFERENCES "customers" ("org_id","id") ON DELETE SET NULL ("customer_id");--> statement-breakpoint
ALTER TABLE "subscriptions" DROP CONSTRAINT "subscriptions_identity_fk";--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_identity_fk" FOREIGN KEY ("org_id","identity_id")
  REFERENCES "identities" ("org_id","id") ON DELETE SET NULL ("identity_id");--> statement-breakpoint
SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON subscriptions TO orucrm_app;
