SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON jobs TO orucrm_app;--> statement-breakpoint
-- The register of erasures is append-only.
GRANT SELECT, INSERT ON erasures TO orucrm_app;--> statement-breakpoint
GRANT UPDATE (state, closes_at, closes_with) ON organizations TO orucrm_app;--> statement-breakpoint

-- Refuses the rest of the transaction while the organization is closing: it can only be read then.
CREATE FUNCTION require_open() RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM organizations WHERE id = app_org_id() AND state <> 'active') THEN
    RAISE EXCEPTION 'the organization is closing' USING ERRCODE = 'OR423';
  END IF;
END $$;--> statement-breakpoint

-- Jobs that nobody works on though they are not over: their message or their worker was lost.
CREATE FUNCTION list_stale_jobs(p_limit integer) RETURNS TABLE (org_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT j.org_id, j.id FROM jobs j
  WHERE j.state IN ('queued', 'running') AND j.updated_at < now() - interval '2 minutes'
    AND (j.leased_until IS NULL OR j.leased_until < now())
  ORDER BY j.updated_at LIMIT least(p_limit, 500)
$$;--> statement-breakpoint

-- Jobs whose results are to be deleted now.
CREATE FUNCTION list_expired_jobs(p_now timestamptz, p_limit integer) RETURNS TABLE (org_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT j.org_id, j.id FROM jobs j WHERE j.expires_at <= least(p_now, now())
  ORDER BY j.expires_at LIMIT least(p_limit, 500)
$$;--> statement-breakpoint

REVOKE ALL ON FUNCTION require_open(), list_stale_jobs(integer), list_expired_jobs(timestamptz, integer)
  FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION require_open(), list_stale_jobs(integer), list_expired_jobs(timestamptz, integer)
  TO orucrm_app;
