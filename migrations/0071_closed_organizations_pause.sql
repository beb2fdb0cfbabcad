-- The inbox of an organization that is being closed is told to pause.
CREATE OR REPLACE FUNCTION list_inbox_configs(p_limit integer, p_connection uuid DEFAULT NULL)
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
  SELECT c.org_id, c.id, c.shop_id, c.platform,
    CASE WHEN o.state <> 'active' AND c.state <> 'removed' THEN 'paused' ELSE c.state END,
    c.config_version, c.secrets, s.external_id, c.settings
  FROM tried t
  JOIN connections c ON c.org_id = t.org_id AND c.id = t.connection_id
  JOIN shops s ON s.org_id = c.org_id AND s.id = c.shop_id
  JOIN organizations o ON o.id = c.org_id
$$;
