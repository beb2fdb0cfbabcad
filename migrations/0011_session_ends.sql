-- Ending a session says in which organizations its live screens are to be closed.

-- The ids of a user's organizations. Not for the app role.
CREATE FUNCTION account_organizations(p_user uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT coalesce(jsonb_agg(org_id), '[]') FROM memberships WHERE user_id = p_user AND state = 'active'
$$;--> statement-breakpoint

-- Ends one session and gives the ids of its user's organizations; null, and no change, the second time.
DROP FUNCTION session_end(uuid, text, text);--> statement-breakpoint
CREATE FUNCTION session_end(p_session uuid, p_reason text, p_ip text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid;
BEGIN
  UPDATE sessions SET ended_at = now(), end_reason = p_reason WHERE id = p_session AND ended_at IS NULL
    RETURNING user_id INTO v_user;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM account_audit(v_user, 'session.ended', p_ip, jsonb_build_object('reason', p_reason));
  RETURN account_organizations(v_user);
END $$;--> statement-breakpoint

-- Sets a new password, ends every session of the user and starts one for the browser that asked.
-- Null when the session is over or the password is no longer the one that was compared.
CREATE OR REPLACE FUNCTION password_change(
  p_session uuid, p_old_hash text, p_new_hash text, p_scheme integer, p_new_session uuid, p_visit jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid;
  v_expires timestamptz;
  v_ended jsonb;
BEGIN
  UPDATE users u SET password_hash = p_new_hash, password_scheme = p_scheme, updated_at = now()
    FROM sessions s
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now() AND s.user_id = u.id
      AND u.password_hash = p_old_hash
    RETURNING u.id INTO v_user;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  WITH ended AS (
    UPDATE sessions SET ended_at = now(), end_reason = 'password_changed'
    WHERE user_id = v_user AND ended_at IS NULL RETURNING id)
  SELECT coalesce(jsonb_agg(id), '[]') INTO v_ended FROM ended;
  v_expires := account_insert_session(v_user, p_new_session, p_visit);
  PERFORM account_audit(v_user, 'password.changed', p_visit ->> 'ip', '{}');
  RETURN jsonb_build_object('userId', v_user, 'expiresAt', v_expires, 'endedSessions', v_ended,
    'organizations', account_organizations(v_user));
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION account_organizations(uuid), session_end(uuid, text, text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION session_end(uuid, text, text) TO orucrm_app;
