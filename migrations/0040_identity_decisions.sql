CREATE TABLE "customer_match_keys" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"key" bigint NOT NULL,
	CONSTRAINT "customer_match_keys_org_id_customer_id_key_pk" PRIMARY KEY("org_id","customer_id","key")
);
--> statement-breakpoint
CREATE TABLE "customer_merges" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"survivor_id" uuid NOT NULL,
	"absorbed_id" uuid NOT NULL,
	"survivor_identity_id" uuid NOT NULL,
	"absorbed_identity_id" uuid NOT NULL,
	"record" jsonb,
	"merged_at" timestamp with time zone NOT NULL,
	"merged_by" uuid NOT NULL,
	"split_at" timestamp with time zone,
	"split_by" uuid,
	CONSTRAINT "customer_merges_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "duplicate_searches" (
	"org_id" uuid PRIMARY KEY DEFAULT app_org_id() NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"seen_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duplicate_suggestions" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"score" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "duplicate_suggestions_org_id_one_id_other_id_pk" PRIMARY KEY("org_id","one_id","other_id"),
	CONSTRAINT "duplicate_suggestions_state" CHECK ("duplicate_suggestions"."state" in ('open', 'later', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "identity_decisions" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" uuid NOT NULL,
	CONSTRAINT "identity_decisions_org_id_from_id_to_id_verdict_pk" PRIMARY KEY("org_id","from_id","to_id","verdict"),
	CONSTRAINT "identity_decisions_verdict" CHECK ("identity_decisions"."verdict" in ('one', 'apart'))
);
--> statement-breakpoint
ALTER TABLE "customer_match_keys" ADD CONSTRAINT "customer_match_keys_customer_fk" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_survivor_fk" FOREIGN KEY ("org_id","survivor_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_absorbed_fk" FOREIGN KEY ("org_id","absorbed_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_searches" ADD CONSTRAINT "duplicate_searches_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_suggestions" ADD CONSTRAINT "duplicate_suggestions_one_fk" FOREIGN KEY ("org_id","one_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_suggestions" ADD CONSTRAINT "duplicate_suggestions_other_fk" FOREIGN KEY ("org_id","other_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_decisions" ADD CONSTRAINT "identity_decisions_from_fk" FOREIGN KEY ("org_id","from_id") REFERENCES "public"."identities"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_decisions" ADD CONSTRAINT "identity_decisions_to_fk" FOREIGN KEY ("org_id","to_id") REFERENCES "public"."identities"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_match_keys_key_idx" ON "customer_match_keys" USING btree ("org_id","key","customer_id");--> statement-breakpoint
CREATE INDEX "customer_merges_survivor_idx" ON "customer_merges" USING btree ("org_id","survivor_id");--> statement-breakpoint
CREATE INDEX "customer_merges_absorbed_idx" ON "customer_merges" USING btree ("org_id","absorbed_id");--> statement-breakpoint
CREATE INDEX "duplicate_suggestions_other_idx" ON "duplicate_suggestions" USING btree ("org_id","other_id");--> statement-breakpoint
CREATE INDEX "duplicate_suggestions_score_idx" ON "duplicate_suggestions" USING btree ("org_id","state","score" DESC NULLS LAST,"one_id","other_id");--> statement-breakpoint
CREATE INDEX "identity_decisions_to_idx" ON "identity_decisions" USING btree ("org_id","to_id");--> statement-breakpoint
CREATE INDEX "customers_updated_idx" ON "customers" USING btree ("org_id","updated_at","id");