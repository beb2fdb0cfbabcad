-- Sealing secrets anew under the current key, across organizations and one connection at a time.

-- The next connections after a key that hold a secret sealed under another key; p_prefix is how texts under the
-- current one begin.
CREATE FUNCTION list_stale_secrets(p_prefix text, p_after_org uuid, p_after_id uuid, p_limit integer)
RETURNS TABLE (org_id uuid, connection_id uuid, version integer, secrets jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT c.org_id, c.id, c.config_version, c.secrets
  FROM connections c
  WHERE (c.org_id, c.id) > (p_after_org, p_after_id)
    AND EXISTS (SELECT FROM jsonb_array_elements(c.secrets) s WHERE NOT starts_with(s ->> 'sealed', p_prefix))
  ORDER BY c.org_id, c.id LIMIT least(p_limit, 500)
$$;--> statement-breakpoint

-- Keeps a connection's secrets as they are sealed now, tells its inbox, and writes the act; false when the
-- connection changed since it was read.
CREATE FUNCTION replace_sealed_secrets(p_org uuid, p_connection uuid, p_version integer, p_secrets jsonb, p_key integer)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM set_config('app.org_id', p_org::text, true);
  UPDATE connections SET secrets = p_secrets, config_version = config_version + 1, updated_at = now()
    WHERE org_id = p_org AND id = p_connection AND config_version = p_version;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO inbox_pushes (org_id, connection_id, version) VALUES (p_org, p_connection, p_version + 1)
    ON CONFLICT (org_id, connection_id) DO UPDATE SET version = excluded.version, attempts = 0;
  PERFORM audit_append(gen_random_uuid(), now(), 'job', 'reseal-secrets', 'connection.secrets_resealed', 'connection',
    p_connection::text, NULL, jsonb_build_object('keyVersion', p_key), NULL, NULL);
  RETURN true;
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION list_stale_secrets(text, uuid, uuid, integer),
  replace_sealed_secrets(uuid, uuid, integer, jsonb, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION list_stale_secrets(text, uuid, uuid, integer),
  replace_sealed_secrets(uuid, uuid, integer, jsonb, integer) TO orucrm_app;
