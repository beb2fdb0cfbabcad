SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON imports, import_parts, import_rows, import_drafts, import_mappings TO orucrm_app;--> statement-breakpoint

-- Imports whose file and what undoing needs are to be deleted, of all organizations.
CREATE FUNCTION list_expired_imports(p_now timestamptz, p_limit integer) RETURNS TABLE (org_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT i.org_id, i.id FROM imports i WHERE i.expires_at <= least(p_now, now())
  ORDER BY i.expires_at LIMIT least(p_limit, 500)
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION list_expired_imports(timestamptz, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION list_expired_imports(timestamptz, integer) TO orucrm_app;
