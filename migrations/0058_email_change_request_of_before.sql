-- As the version of the app before asks for it, during a roll-out or after a roll-back: with the password's hash, and no
-- weaker than now. NULL for a password that is not the session's.
CREATE FUNCTION email_change_request(
  p_session uuid, p_password_hash text, p_email text, p_token_id uuid, p_token_hash text, p_minutes integer, p_ip text
) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT email_change_request(p_session, p_email, p_token_id, p_token_hash, p_minutes, p_ip)
  FROM users WHERE id = account_of_session(p_session) AND password_hash = p_password_hash
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION email_change_request(uuid, text, text, uuid, text, integer, text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION email_change_request(uuid, text, text, uuid, text, integer, text) TO orucrm_app;
