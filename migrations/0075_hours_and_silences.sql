CREATE TABLE "connection_hours" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"received" integer NOT NULL,
	"failed" integer NOT NULL,
	"needs_attention" integer NOT NULL,
	"timed" integer NOT NULL,
	"lag_sum_ms" bigint NOT NULL,
	"lag_max_ms" bigint NOT NULL,
	CONSTRAINT "connection_hours_org_id_connection_id_hour_pk" PRIMARY KEY("org_id","connection_id","hour")
);
--> statement-breakpoint
CREATE TABLE "connection_watches" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"counted_until" timestamp with time zone,
	"counted_delivery_at" timestamp with time zone,
	"idle_until" timestamp with time zone,
	"rhythm" jsonb,
	"learned_at" timestamp with time zone,
	"alarm_at" timestamp with time zone,
	"next_look_at" timestamp with time zone NOT NULL,
	CONSTRAINT "connection_watches_org_id_connection_id_pk" PRIMARY KEY("org_id","connection_id")
);
--> statement-breakpoint
CREATE TABLE "silences" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"noticed_at" timestamp with time zone NOT NULL,
	"one_in" bigint NOT NULL,
	"once_in_weeks" integer NOT NULL,
	"webhooks" text NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "silences_org_id_connection_id_since_pk" PRIMARY KEY("org_id","connection_id","since"),
	CONSTRAINT "silences_webhooks" CHECK ("silences"."webhooks" in ('not_asked', 'no_answer', 'registered', 'missing', 'switched_off'))
);
--> statement-breakpoint
ALTER TABLE "connection_hours" ADD CONSTRAINT "connection_hours_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_watches" ADD CONSTRAINT "connection_watches_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silences" ADD CONSTRAINT "silences_org_id_connection_id_connections_org_id_id_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connection_hours_hour_idx" ON "connection_hours" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "connection_watches_look_idx" ON "connection_watches" USING btree ("next_look_at");--> statement-breakpoint
CREATE INDEX "silences_open_idx" ON "silences" USING btree ("noticed_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "silences_noticed_idx" ON "silences" USING btree ("noticed_at");