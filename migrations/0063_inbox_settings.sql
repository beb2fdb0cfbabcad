SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT ON connection_mappings TO orucrm_app;--> statement-breakpoint

-- The next configurations that inboxes have yet to learn, the least tried first, or one connection's.
CREATE FUNCTION list_inbox_configs(p_limit integer, p_connection uuid DEFAULT NULL)
RETURNS TABLE (org_id uuid, connection_id uuid, shop_id uuid, platform text, state text, version integer,
  secrets jsonb, shop_external_id text, settings jsonb)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH tried AS (
    UPDATE inbox_pushes p SET attempts = p.attempts + 1
    WHERE (p.org_id, p.connection_id) IN (
      SELECT w.org_id, w.connection_id FROM inbox_pushes w
      WHERE p_connection IS NULL OR w.connection_id = p_connection
      ORDER BY w.attempts, w.created_at LIMIT least(p_limit, 500) FOR UPDATE SKIP LOCKED)
    RETURNING p.org_id, p.connection_id)
  SELECT c.org_id, c.id, c.shop_id, c.platform, c.state, c.config_version, c.secrets, s.external_id, c.settings
  FROM tried t
  JOIN connections c ON c.org_id = t.org_id AND c.id = t.connection_id
  JOIN shops s ON s.org_id = c.org_id AND s.id = c.shop_id
$$;--> statement-breakpoint

-- The version of the app before knows no settings.
CREATE OR REPLACE FUNCTION list_inbox_pushes(p_limit integer, p_connection uuid DEFAULT NULL)
RETURNS TABLE (org_id uuid, connection_id uuid, shop_id uuid, platform text, state text, version integer,
  secrets jsonb, shop_external_id text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT org_id, connection_id, shop_id, platform, state, version, secrets, shop_external_id
  FROM list_inbox_configs(p_limit, p_connection)
$$;--> statement-breakpoint

REVOKE ALL ON FUNCTION list_inbox_configs(integer, uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION list_inbox_configs(integer, uuid) TO orucrm_app;
