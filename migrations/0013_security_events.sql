CREATE TABLE "abuse_signs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_key" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"ip" text,
	"facts" jsonb NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "abuse_signs_hour_key" UNIQUE("kind","subject_key","hour")
);
--> statement-breakpoint
CREATE TABLE "security_alerts" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"user_id" uuid,
	"facts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "security_alerts_org_id_kind_day_pk" PRIMARY KEY("org_id","kind","day")
);
--> statement-breakpoint
CREATE TABLE "security_events" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_key" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"ip" text,
	"facts" jsonb NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"user_id" uuid,
	"user_agent" text,
	"city" text,
	"country" text,
	CONSTRAINT "security_events_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "security_events_hour_key" UNIQUE("org_id","kind","subject_key","hour")
);
--> statement-breakpoint
ALTER TABLE "security_alerts" ADD CONSTRAINT "security_alerts_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_events" ADD CONSTRAINT "security_events_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "abuse_signs_last_idx" ON "abuse_signs" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "security_alerts_due_idx" ON "security_alerts" USING btree ("created_at") WHERE claimed_at is null;--> statement-breakpoint
CREATE INDEX "security_events_last_idx" ON "security_events" USING btree ("org_id","last_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "security_events_kind_idx" ON "security_events" USING btree ("org_id","kind","last_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "security_events_purge_idx" ON "security_events" USING btree ("last_at");