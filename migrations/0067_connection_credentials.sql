CREATE TABLE "connection_credentials" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sealed" text NOT NULL,
	"scopes" text[] DEFAULT '{}' NOT NULL,
	"account" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"broken_at" timestamp with time zone,
	"broken_reason" text,
	"webhooks_state" text,
	"webhooks_checked_at" timestamp with time zone,
	CONSTRAINT "connection_credentials_org_id_connection_id_pk" PRIMARY KEY("org_id","connection_id"),
	CONSTRAINT "connection_credentials_kind" CHECK ("connection_credentials"."kind" in ('woocommerce', 'shopify', 'onpay')),
	CONSTRAINT "connection_credentials_webhooks" CHECK ("connection_credentials"."webhooks_state" in ('registered', 'missing', 'switched_off'))
);
--> statement-breakpoint
CREATE TABLE "connection_handovers" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"account" text NOT NULL,
	"sealed" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connection_handovers_org_id_connection_id_pk" PRIMARY KEY("org_id","connection_id"),
	CONSTRAINT "connection_handovers_kind" CHECK ("connection_handovers"."kind" in ('woocommerce', 'shopify'))
);
--> statement-breakpoint
ALTER TABLE "connection_credentials" ADD CONSTRAINT "connection_credentials_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_handovers" ADD CONSTRAINT "connection_handovers_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "connection_handovers_state_key" ON "connection_handovers" USING btree ("state_hash");