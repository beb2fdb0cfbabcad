SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON identity_decisions, customer_match_keys, duplicate_suggestions TO orucrm_app;--> statement-breakpoint
-- Merges are a ledger: nobody takes one out of it.
GRANT SELECT, INSERT ON customer_merges TO orucrm_app;--> statement-breakpoint
GRANT UPDATE (record, split_at, split_by) ON customer_merges TO orucrm_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON duplicate_searches TO orucrm_app;--> statement-breakpoint

-- Organizations with customers that changed since the search for duplicates last looked. What changed within the last
-- minute may still be on its way, and is left for the next time.
CREATE FUNCTION list_duplicate_searches(p_limit integer) RETURNS TABLE (org_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT o.id FROM organizations o LEFT JOIN duplicate_searches s ON s.org_id = o.id
  WHERE o.state = 'active' AND EXISTS (
    SELECT FROM customers c
    WHERE c.org_id = o.id AND c.updated_at < now() - interval '1 minute'
      AND (c.updated_at, c.id) > (coalesce(s.seen_at, '-infinity'), coalesce(s.seen_id, '00000000-0000-0000-0000-000000000000')))
  ORDER BY s.seen_at NULLS FIRST LIMIT least(p_limit, 100)
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION list_duplicate_searches(integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION list_duplicate_searches(integer) TO orucrm_app;
