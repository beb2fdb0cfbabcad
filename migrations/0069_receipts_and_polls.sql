CREATE TABLE "receipt_gaps" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"shop_minor" bigint NOT NULL,
	"own_minor" bigint,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipt_gaps_org_id_connection_id_external_id_pk" PRIMARY KEY("org_id","connection_id","external_id"),
	CONSTRAINT "receipt_gaps_kind" CHECK ("receipt_gaps"."kind" in ('missing', 'differing'))
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"shop_count" integer NOT NULL,
	"shop_minor" bigint NOT NULL,
	"own_count" integer NOT NULL,
	"own_minor" bigint NOT NULL,
	"missing" integer NOT NULL,
	"differing" integer NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipts_org_id_connection_id_day_currency_pk" PRIMARY KEY("org_id","connection_id","day","currency")
);
--> statement-breakpoint
CREATE TABLE "shop_polls" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"marks" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"polled_at" timestamp with time zone,
	"next_poll_at" timestamp with time zone NOT NULL,
	"poll_failures" integer DEFAULT 0 NOT NULL,
	"poll_problem" text,
	"counted_at" timestamp with time zone,
	"next_count_at" timestamp with time zone NOT NULL,
	"count_problem" text,
	"backfilled_at" timestamp with time zone,
	"backfilled_since" timestamp with time zone,
	CONSTRAINT "shop_polls_org_id_connection_id_pk" PRIMARY KEY("org_id","connection_id")
);
--> statement-breakpoint
CREATE TABLE "unread_records" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"external_id" text NOT NULL,
	"reason" text NOT NULL,
	"detail" text,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unread_records_org_id_connection_id_kind_external_id_pk" PRIMARY KEY("org_id","connection_id","kind","external_id"),
	CONSTRAINT "unread_records_kind" CHECK ("unread_records"."kind" in ('customer', 'product', 'order', 'subscription'))
);
--> statement-breakpoint
ALTER TABLE "receipt_gaps" ADD CONSTRAINT "receipt_gaps_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_polls" ADD CONSTRAINT "shop_polls_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unread_records" ADD CONSTRAINT "unread_records_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "receipts_day_idx" ON "receipts" USING btree ("day");--> statement-breakpoint
CREATE INDEX "shop_polls_poll_idx" ON "shop_polls" USING btree ("next_poll_at");--> statement-breakpoint
CREATE INDEX "shop_polls_count_idx" ON "shop_polls" USING btree ("next_count_at");