CREATE TABLE "delivery_attempts" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"delivery_id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone,
	"outcome" text NOT NULL,
	"reason" text,
	"detail" text,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"replay_id" uuid,
	CONSTRAINT "delivery_attempts_org_id_delivery_id_number_pk" PRIMARY KEY("org_id","delivery_id","number")
);
--> statement-breakpoint
CREATE TABLE "delivery_replays" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"selection" jsonb,
	"applied" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "delivery_replays_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "delivery_retention" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"days" smallint NOT NULL,
	"cleared_until" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_retention_org_id_pk" PRIMARY KEY("org_id"),
	CONSTRAINT "delivery_retention_days" CHECK ("delivery_retention"."days" between 7 and 90)
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "delivery_replays" ADD CONSTRAINT "delivery_replays_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_retention" ADD CONSTRAINT "delivery_retention_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_attempts_replay_idx" ON "delivery_attempts" USING btree ("org_id","replay_id","outcome","delivery_id") WHERE replay_id is not null;--> statement-breakpoint
CREATE INDEX "delivery_attempts_received_idx" ON "delivery_attempts" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "delivery_replays_job_idx" ON "delivery_replays" USING btree ("org_id","job_id");--> statement-breakpoint
CREATE INDEX "delivery_replays_expires_idx" ON "delivery_replays" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "deliveries_topic_idx" ON "deliveries" USING btree ("org_id","topic","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_outcome_idx" ON "deliveries" USING btree ("org_id","outcome","received_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE outcome <> 'applied';