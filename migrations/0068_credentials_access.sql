SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON connection_credentials, connection_handovers TO orucrm_app;--> statement-breakpoint

-- The next credentials after a key that are sealed under another key; p_prefix is how texts under the current one begin.
CREATE FUNCTION list_stale_credentials(p_prefix text, p_after_org uuid, p_after_id uuid, p_limit integer)
RETURNS TABLE (org_id uuid, connection_id uuid, sealed text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT c.org_id, c.connection_id, c.sealed FROM connection_credentials c
  WHERE (c.org_id, c.connection_id) > (p_after_org, p_after_id) AND NOT starts_with(c.sealed, p_prefix)
  ORDER BY c.org_id, c.connection_id LIMIT least(p_limit, 500)
$$;--> statement-breakpoint

-- Keeps credentials as they are sealed now; false when they changed since they were read.
CREATE FUNCTION replace_sealed_credentials(p_org uuid, p_connection uuid, p_read text, p_sealed text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  UPDATE connection_credentials SET sealed = p_sealed
    WHERE org_id = p_org AND connection_id = p_connection AND sealed = p_read;
  RETURN FOUND;
END $$;--> statement-breakpoint

-- Whose approval a shop brings back, and what its asker may do now; nothing for an unknown or expired state. Finding it
-- does not use it up: whoever keeps what the shop brought deletes the row in the same statement.
CREATE FUNCTION find_handover(p_state_hash text)
RETURNS TABLE (org_id uuid, connection_id uuid, kind text, account text, user_id uuid, session_id uuid, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT h.org_id, h.connection_id, h.kind, h.account, h.user_id, h.session_id, m.role
  FROM connection_handovers h
  JOIN organizations o ON o.id = h.org_id AND o.state = 'active'
  JOIN memberships m ON m.org_id = h.org_id AND m.user_id = h.user_id AND m.state = 'active'
  WHERE h.state_hash = p_state_hash AND h.expires_at > now()
$$;--> statement-breakpoint

-- Forgets the next approvals that nobody brought back in time; how many they were.
CREATE FUNCTION purge_handovers(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_count integer;
BEGIN
  DELETE FROM connection_handovers WHERE (org_id, connection_id) IN (
    SELECT h.org_id, h.connection_id FROM connection_handovers h WHERE h.expires_at <= now()
    ORDER BY h.org_id, h.connection_id LIMIT least(p_limit, 500));
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION list_stale_credentials(text, uuid, uuid, integer),
  replace_sealed_credentials(uuid, uuid, text, text), find_handover(text), purge_handovers(integer)
  FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION list_stale_credentials(text, uuid, uuid, integer),
  replace_sealed_credentials(uuid, uuid, text, text), find_handover(text), purge_handovers(integer) TO orucrm_app;
