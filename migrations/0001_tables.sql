CREATE TABLE "email_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "email_tokens_purpose" CHECK ("email_tokens"."purpose" in ('verify_email'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"ip" text,
	"user_agent" text,
	"city" text,
	"country" text,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"password_scheme" smallint NOT NULL,
	"email_verified_at" timestamp with time zone,
	"adult_confirmed_at" timestamp with time zone NOT NULL,
	"policy_version" text NOT NULL,
	"policy_accepted_at" timestamp with time zone NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email")),
	CONSTRAINT "users_language" CHECK ("users"."language" in ('en', 'ms')),
	CONSTRAINT "users_theme" CHECK ("users"."theme" in ('light', 'dark', 'system'))
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"seq" bigint NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"ip" text,
	"facts" jsonb NOT NULL,
	"values_digest" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_log_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_values" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"seq" bigint NOT NULL,
	"salt" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_values_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"shop_id" uuid NOT NULL,
	"platform" text NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"secrets" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"config_version" integer DEFAULT 1 NOT NULL,
	"last_delivery_at" timestamp with time zone,
	"mismatched_shop" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "connections_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "connections_state" CHECK ("connections"."state" in ('waiting', 'live', 'paused', 'uninstalled', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "inbox_pushes" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_pushes_org_id_connection_id_pk" PRIMARY KEY("org_id","connection_id")
);
--> statement-breakpoint
CREATE TABLE "refusals" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "refusals_org_id_connection_id_minute_reason_pk" PRIMARY KEY("org_id","connection_id","minute","reason")
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"platform" text NOT NULL,
	"external_id" text,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shops_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"identity_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"purpose" text NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"wording" text,
	"opt_in_level" text,
	"decided_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	CONSTRAINT "consents_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "consents_channel" CHECK ("consents"."channel" in ('email', 'whatsapp', 'sms')),
	CONSTRAINT "consents_purpose" CHECK ("consents"."purpose" in ('marketing')),
	CONSTRAINT "consents_state" CHECK ("consents"."state" in ('subscribed', 'unsubscribed', 'pending', 'never'))
);
--> statement-breakpoint
CREATE TABLE "customer_spend" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"orders_count" integer NOT NULL,
	"gross_minor" bigint NOT NULL,
	"refunded_minor" bigint NOT NULL,
	"net_minor" bigint NOT NULL,
	CONSTRAINT "customer_spend_org_id_customer_id_currency_pk" PRIMARY KEY("org_id","customer_id","currency")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"name" text,
	"sort_name" text NOT NULL,
	"email" text,
	"phone" text,
	"phone_raw" text,
	"company" text,
	"city" text,
	"state" text,
	"country" text,
	"profile" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"orders_count" integer DEFAULT 0 NOT NULL,
	"first_order_at" timestamp with time zone,
	"last_order_at" timestamp with time zone,
	"merged_into" uuid,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "customers_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"namespace" text NOT NULL,
	"value" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"is_hub" boolean DEFAULT false NOT NULL,
	"profile" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "identities_kind" CHECK ("identities"."kind" in ('platform', 'email', 'phone'))
);
--> statement-breakpoint
CREATE TABLE "identity_edges" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_edges_org_id_from_id_to_id_pk" PRIMARY KEY("org_id","from_id","to_id")
);
--> statement-breakpoint
CREATE TABLE "tombstones" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"key_hash" text NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tombstones_org_id_key_hash_pk" PRIMARY KEY("org_id","key_hash")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"connection_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"subject" text,
	"dedupe_key" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"detail" text,
	"source_shop" text,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"body" text,
	"body_bytes" integer NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"applied_at" timestamp with time zone,
	"replayed_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	CONSTRAINT "deliveries_org_id_received_at_id_pk" PRIMARY KEY("org_id","received_at","id"),
	CONSTRAINT "deliveries_outcome" CHECK ("deliveries"."outcome" in ('applied', 'duplicate', 'stale', 'ignored', 'needs_attention', 'failed'))
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
CREATE TABLE "order_items" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"external_id" text NOT NULL,
	"product_external_id" text,
	"variant_external_id" text,
	"sku" text,
	"name" text NOT NULL,
	"quantity" numeric NOT NULL,
	"total_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	CONSTRAINT "order_items_org_id_order_id_position_pk" PRIMARY KEY("org_id","order_id","position")
);
--> statement-breakpoint
CREATE TABLE "order_status_changes" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"source_status" text NOT NULL,
	CONSTRAINT "order_status_changes_org_id_order_id_at_source_status_pk" PRIMARY KEY("org_id","order_id","at","source_status")
);
--> statement-breakpoint
CREATE TABLE "orders" (
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
	"total_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"shipping_minor" bigint NOT NULL,
	"discount_minor" bigint NOT NULL,
	"paid_minor" bigint NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	"fulfilled_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"is_test" boolean NOT NULL,
	"is_cash_on_delivery" boolean NOT NULL,
	"payment_method" text,
	"channel" text,
	"coupons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"contact" jsonb,
	"version_at" timestamp with time zone NOT NULL,
	"version_rank" integer NOT NULL,
	"version_hash" text NOT NULL,
	"removed_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"is_revenue" boolean GENERATED ALWAYS AS (status in ('paid', 'fulfilled', 'refunded') and not is_test and removed_at is null and deleted_at is null) STORED NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "orders_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "orders_status" CHECK ("orders"."status" in ('draft', 'pending', 'on_hold', 'paid', 'fulfilled', 'cancelled', 'failed', 'refunded')),
	CONSTRAINT "orders_currency" CHECK ("orders"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"shop_id" uuid NOT NULL,
	"order_external_id" text NOT NULL,
	"order_id" uuid,
	"external_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text,
	"refunded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refunds_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "removals" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"shop_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"external_id" text NOT NULL,
	"removed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "removals_org_id_shop_id_kind_external_id_pk" PRIMARY KEY("org_id","shop_id","kind","external_id"),
	CONSTRAINT "removals_kind" CHECK ("removals"."kind" in ('order', 'product', 'customer'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "memberships_org_id_user_id_pk" PRIMARY KEY("org_id","user_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('admin', 'manager', 'analyst', 'member', 'viewer')),
	CONSTRAINT "memberships_state" CHECK ("memberships"."state" in ('active', 'suspended', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"time_zone" text DEFAULT 'Asia/Kuala_Lumpur' NOT NULL,
	"currency" text DEFAULT 'MYR' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_slug_form" CHECK ("organizations"."slug" ~ '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$'),
	CONSTRAINT "organizations_currency" CHECK ("organizations"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "organizations_language" CHECK ("organizations"."language" in ('en', 'ms')),
	CONSTRAINT "organizations_state" CHECK ("organizations"."state" in ('active', 'closing', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "products" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"shop_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"parent_external_id" text,
	"name" text NOT NULL,
	"sku" text,
	"price_minor" bigint,
	"currency" text,
	"status" text NOT NULL,
	"stock" text NOT NULL,
	"stock_quantity" integer,
	"url" text,
	"image_url" text,
	"categories" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version_at" timestamp with time zone NOT NULL,
	"version_hash" text NOT NULL,
	"removed_at" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "products_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "products_status" CHECK ("products"."status" in ('active', 'draft', 'archived')),
	CONSTRAINT "products_stock" CHECK ("products"."stock" in ('in_stock', 'out_of_stock', 'on_backorder', 'unknown'))
);
--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_org_id_shop_id_shops_org_id_id_fk" FOREIGN KEY ("org_id","shop_id") REFERENCES "public"."shops"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_pushes" ADD CONSTRAINT "inbox_pushes_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusals" ADD CONSTRAINT "refusals_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_org_id_identity_id_identities_org_id_id_fk" FOREIGN KEY ("org_id","identity_id") REFERENCES "public"."identities"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_spend" ADD CONSTRAINT "customer_spend_org_id_customer_id_customers_org_id_id_fk" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_org_id_merged_into_customers_org_id_id_fk" FOREIGN KEY ("org_id","merged_into") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_org_id_customer_id_customers_org_id_id_fk" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_edges" ADD CONSTRAINT "identity_edges_org_id_from_id_identities_org_id_id_fk" FOREIGN KEY ("org_id","from_id") REFERENCES "public"."identities"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_edges" ADD CONSTRAINT "identity_edges_org_id_to_id_identities_org_id_id_fk" FOREIGN KEY ("org_id","to_id") REFERENCES "public"."identities"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tombstones" ADD CONSTRAINT "tombstones_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_org_id_order_id_orders_org_id_id_fk" FOREIGN KEY ("org_id","order_id") REFERENCES "public"."orders"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_status_changes" ADD CONSTRAINT "order_status_changes_org_id_order_id_orders_org_id_id_fk" FOREIGN KEY ("org_id","order_id") REFERENCES "public"."orders"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_org_id_shop_id_shops_org_id_id_fk" FOREIGN KEY ("org_id","shop_id") REFERENCES "public"."shops"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_org_id_customer_id_customers_org_id_id_fk" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_org_id_identity_id_identities_org_id_id_fk" FOREIGN KEY ("org_id","identity_id") REFERENCES "public"."identities"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_org_id_shop_id_shops_org_id_id_fk" FOREIGN KEY ("org_id","shop_id") REFERENCES "public"."shops"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_org_id_order_id_orders_org_id_id_fk" FOREIGN KEY ("org_id","order_id") REFERENCES "public"."orders"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_org_id_shop_id_shops_org_id_id_fk" FOREIGN KEY ("org_id","shop_id") REFERENCES "public"."shops"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_org_id_shop_id_shops_org_id_id_fk" FOREIGN KEY ("org_id","shop_id") REFERENCES "public"."shops"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "email_tokens_token_hash_key" ON "email_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "email_tokens_user_id_idx" ON "email_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("org_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "connections_shop_idx" ON "connections" USING btree ("org_id","shop_id");--> statement-breakpoint
CREATE INDEX "inbox_pushes_created_idx" ON "inbox_pushes" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "shops_external_key" ON "shops" USING btree ("org_id","platform","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_fact_key" ON "consents" USING btree ("org_id","identity_id","channel","purpose","decided_at","state","source");--> statement-breakpoint
CREATE INDEX "customer_spend_net_idx" ON "customer_spend" USING btree ("org_id","currency","net_minor" DESC NULLS LAST,"customer_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "customers_last_order_idx" ON "customers" USING btree ("org_id","last_order_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "customers_created_idx" ON "customers" USING btree ("org_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "customers_sort_name_idx" ON "customers" USING btree ("org_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "customers_orders_count_idx" ON "customers" USING btree ("org_id","orders_count" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "customers_deleted_idx" ON "customers" USING btree ("deleted_at") WHERE "customers"."deleted_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "identities_value_key" ON "identities" USING btree ("org_id","kind","namespace","value");--> statement-breakpoint
CREATE INDEX "identities_customer_idx" ON "identities" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE INDEX "identity_edges_to_idx" ON "identity_edges" USING btree ("org_id","to_id");--> statement-breakpoint
CREATE INDEX "deliveries_connection_idx" ON "deliveries" USING btree ("org_id","connection_id","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_subject_idx" ON "deliveries" USING btree ("org_id","subject");--> statement-breakpoint
CREATE INDEX "deliveries_id_idx" ON "deliveries" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "order_items_product_idx" ON "order_items" USING btree ("org_id","product_external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_external_key" ON "orders" USING btree ("org_id","shop_id","external_id");--> statement-breakpoint
CREATE INDEX "orders_placed_idx" ON "orders" USING btree ("org_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_customer_idx" ON "orders" USING btree ("org_id","customer_id","placed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_identity_idx" ON "orders" USING btree ("org_id","identity_id");--> statement-breakpoint
CREATE INDEX "orders_number_idx" ON "orders" USING btree ("org_id","number");--> statement-breakpoint
CREATE INDEX "orders_revenue_idx" ON "orders" USING btree ("org_id","placed_at") WHERE is_revenue;--> statement-breakpoint
CREATE INDEX "orders_deleted_idx" ON "orders" USING btree ("deleted_at") WHERE "orders"."deleted_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_external_key" ON "refunds" USING btree ("org_id","shop_id","external_id");--> statement-breakpoint
CREATE INDEX "refunds_order_external_idx" ON "refunds" USING btree ("org_id","shop_id","order_external_id");--> statement-breakpoint
CREATE INDEX "memberships_user_id_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "products_external_key" ON "products" USING btree ("org_id","shop_id","external_id");--> statement-breakpoint
CREATE INDEX "products_name_idx" ON "products" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "products_deleted_idx" ON "products" USING btree ("deleted_at") WHERE "products"."deleted_at" is not null;