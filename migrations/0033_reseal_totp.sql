-- Sealing authenticator secrets anew under the current key.

-- The next secrets after an id that are sealed under another key; p_prefix is how texts under the current one begin.
CREATE FUNCTION list_stale_totp(p_prefix text, p_after uuid, p_limit integer) RETURNS TABLE (id uuid, sealed text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT t.id, t.sealed FROM totp_factors t
  WHERE t.id > p_after AND NOT starts_with(t.sealed, p_prefix)
  ORDER BY t.id LIMIT least(p_limit, 500)
$$;--> statement-breakpoint

-- Keeps a secret as it is sealed now; false when it changed since it was read.
CREATE FUNCTION replace_sealed_totp(p_id uuid, p_read text, p_sealed text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  UPDATE totp_factors SET sealed = p_sealed WHERE id = p_id AND sealed = p_read;
  RETURN FOUND;
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION list_stale_totp(text, uuid, integer), replace_sealed_totp(uuid, text, text)
  FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION list_stale_totp(text, uuid, integer), replace_sealed_totp(uuid, text, text) TO orucrm_app;
