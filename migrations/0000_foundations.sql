CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
-- The role the app runs as: owns nothing and never bypasses row-level security.
-- Log-in and password are given to it outside the migrations.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'orucrm_app') THEN
    CREATE ROLE orucrm_app NOLOGIN;
  END IF;
END $$;--> statement-breakpoint
-- Functions are closed unless a migration opens them.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO orucrm_app;--> statement-breakpoint
-- The organization this transaction works for; null outside of one, and then no tenant row is visible.
CREATE FUNCTION app_org_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.org_id', true), '')::uuid $$;
