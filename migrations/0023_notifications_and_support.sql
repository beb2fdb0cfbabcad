CREATE TABLE "announcements" (
	"key" text PRIMARY KEY NOT NULL,
	"category" text NOT NULL,
	"words" jsonb,
	"facts" jsonb NOT NULL,
	"cursor" uuid,
	"told" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "announcements_category" CHECK ("announcements"."category" in ('policy', 'product'))
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"product_mail" boolean DEFAULT true NOT NULL,
	"product_in_app" boolean DEFAULT true NOT NULL,
	"policy_in_app" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"about_org_id" uuid,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"facts" jsonb NOT NULL,
	"reason" text NOT NULL,
	"is_shown" boolean NOT NULL,
	"mail_state" text NOT NULL,
	"mail_attempts" smallint DEFAULT 0 NOT NULL,
	"mail_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_category" CHECK ("notifications"."category" in ('security', 'service', 'policy', 'product')),
	CONSTRAINT "notifications_mail_state" CHECK ("notifications"."mail_state" in ('none', 'due', 'claimed', 'sent', 'refused', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "policy_acceptances" (
	"user_id" uuid NOT NULL,
	"version" text NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "policy_acceptances_user_id_version_pk" PRIMARY KEY("user_id","version")
);
--> statement-breakpoint
CREATE TABLE "support_messages" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"author" text NOT NULL,
	"user_id" uuid,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"mail_state" text NOT NULL,
	"mail_attempts" smallint DEFAULT 0 NOT NULL,
	"mail_at" timestamp with time zone,
	CONSTRAINT "support_messages_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "support_messages_author" CHECK ("support_messages"."author" in ('member', 'operator')),
	CONSTRAINT "support_messages_mail_state" CHECK ("support_messages"."mail_state" in ('none', 'due', 'claimed', 'sent', 'refused', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "support_requests" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"reference" text NOT NULL,
	"user_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "support_requests_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "support_requests_state" CHECK ("support_requests"."state" in ('open', 'answered', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_about_org_id_organizations_id_fk" FOREIGN KEY ("about_org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_acceptances" ADD CONSTRAINT "policy_acceptances_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_messages" ADD CONSTRAINT "support_messages_request_fk" FOREIGN KEY ("org_id","request_id") REFERENCES "public"."support_requests"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcements_open_idx" ON "announcements" USING btree ("created_at") WHERE finished_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_reason_key" ON "notifications" USING btree ("user_id","kind","reason");--> statement-breakpoint
CREATE INDEX "notifications_shown_idx" ON "notifications" USING btree ("user_id","created_at","id") WHERE is_shown;--> statement-breakpoint
CREATE INDEX "notifications_unread_idx" ON "notifications" USING btree ("user_id") WHERE is_shown and read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_due_idx" ON "notifications" USING btree ("created_at") WHERE mail_state in ('due', 'claimed');--> statement-breakpoint
CREATE INDEX "notifications_org_idx" ON "notifications" USING btree ("about_org_id") WHERE about_org_id is not null;--> statement-breakpoint
CREATE INDEX "notifications_created_idx" ON "notifications" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "support_messages_request_idx" ON "support_messages" USING btree ("org_id","request_id","created_at","id");--> statement-breakpoint
CREATE INDEX "support_messages_due_idx" ON "support_messages" USING btree ("created_at") WHERE mail_state in ('due', 'claimed');--> statement-breakpoint
CREATE UNIQUE INDEX "support_requests_reference_key" ON "support_requests" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "support_requests_updated_idx" ON "support_requests" USING btree ("org_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "support_requests_user_idx" ON "support_requests" USING btree ("org_id","user_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "support_requests_open_idx" ON "support_requests" USING btree ("updated_at") WHERE state = 'open';