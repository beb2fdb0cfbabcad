CREATE INDEX "customers_sample_idx" ON "customers" USING btree ("org_id","id") WHERE is_sample;--> statement-breakpoint
CREATE INDEX "deliveries_trouble_idx" ON "deliveries" USING btree ("org_id","received_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE outcome in ('failed', 'needs_attention');--> statement-breakpoint

-- Members of the transaction's organization, former ones too: acts keep their authors' names.
CREATE FUNCTION organization_people()
RETURNS TABLE (user_id uuid, name text, email text, role text, state text, joined_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT u.id, u.name, u.email, m.role, m.state, m.created_at
  FROM memberships m JOIN users u ON u.id = m.user_id
  WHERE m.org_id = app_org_id()
$$;--> statement-breakpoint

GRANT EXECUTE ON FUNCTION organization_people() TO orucrm_app;
