-- "s•••@g•••.com", as the app masks it: the log tells that an email became another one without keeping either.
CREATE FUNCTION masked_email(p_email text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT coalesce(m[1] || '•••@' || m[2] || '•••' || m[3], '•••')
  FROM (SELECT regexp_match(p_email, '^([^@])[^@]*@([^@])[^@]*(\.[^@.]*)$') AS m) matched
$$;--> statement-breakpoint

-- One audit row in each organization of the user, and a notification where they are to know. The device is that of
-- the session, or of the one that begins in the same moment. Before and after go with the account. Not for the app role.
DROP FUNCTION account_audit(uuid, text, text, jsonb, uuid);--> statement-breakpoint
CREATE FUNCTION account_audit(
  p_user uuid, p_action text, p_ip text, p_facts jsonb, p_session uuid DEFAULT NULL,
  p_before jsonb DEFAULT NULL, p_after jsonb DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_before text := coalesce(current_setting('app.org_id', true), '');
  v_session uuid := coalesce(p_session,
    (SELECT id FROM sessions WHERE user_id = p_user AND created_at = now() ORDER BY id LIMIT 1));
  v_org uuid;
BEGIN
  -- In one order, so that two acts at once wait for each other instead of locking both.
  FOR v_org IN
    SELECT org_id FROM memberships WHERE user_id = p_user AND state = 'active' ORDER BY org_id
  LOOP
    PERFORM set_config('app.org_id', v_org::text, true);
    PERFORM audit_append(gen_random_uuid(), now(), 'user', p_user::text, p_action, 'user', p_user::text, p_ip,
      p_facts, p_before, p_after, v_session);
  END LOOP;
  PERFORM set_config('app.org_id', v_before, true);
  PERFORM account_notify(p_user, p_action, p_facts);
END $$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION profile_update(p_session uuid, p_name text, p_language text, p_theme text, p_ip text)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_before record;
BEGIN
  SELECT u.id, u.name INTO v_before FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now() FOR UPDATE OF u;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE users SET name = coalesce(p_name, name), language = coalesce(p_language, language),
      theme = coalesce(p_theme, theme), updated_at = now()
    WHERE id = v_before.id;
  IF p_name <> v_before.name THEN
    PERFORM account_audit(v_before.id, 'profile.updated', p_ip, '{"fields": "name"}', p_session,
      jsonb_build_object('name', v_before.name), jsonb_build_object('name', p_name));
  END IF;
  RETURN true;
END $$;--> statement-breakpoint

-- 'requested', or 'taken' when the email has an account; the act is written down alike. Refuses a session that is over
-- and one whose person has not proved lately that it is them.
DROP FUNCTION email_change_request(uuid, text, text, uuid, text, integer, text);--> statement-breakpoint
CREATE FUNCTION email_change_request(
  p_session uuid, p_email text, p_token_id uuid, p_token_hash text, p_minutes integer, p_ip text
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := session_require_fresh(p_session);
  v_email text;
BEGIN
  SELECT email INTO v_email FROM users WHERE id = v_user FOR UPDATE;
  PERFORM email_token_void(v_user, '{change_email}');
  PERFORM account_audit(v_user, 'email.change_requested', p_ip, '{}', p_session,
    jsonb_build_object('email', masked_email(v_email)), jsonb_build_object('email', masked_email(p_email)));
  IF account_email_is_taken(p_email, v_user) THEN
    RETURN 'taken';
  END IF;
  PERFORM email_token_add(v_user, p_email, 'change_email', p_token_id, p_token_hash, p_minutes);
  RETURN 'requested';
END $$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION email_change_confirm(
  p_token_hash text, p_undo_id uuid, p_undo_hash text, p_undo_minutes integer, p_ip text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_token record;
  v_user record;
BEGIN
  SELECT * INTO v_token FROM email_token_use(p_token_hash, 'change_email', p_ip);
  IF NOT FOUND OR account_email_is_taken(v_token.email, v_token.user_id) THEN
    RETURN NULL;
  END IF;
  SELECT id, email, language INTO v_user FROM users WHERE id = v_token.user_id FOR UPDATE;
  PERFORM account_remove_unverified(id) FROM users WHERE email = v_token.email AND id <> v_user.id;
  UPDATE users SET email = v_token.email, email_verified_at = now(), updated_at = now() WHERE id = v_user.id;
  PERFORM email_token_void(v_user.id, '{verify_email,reset_password,change_email}');
  PERFORM email_token_add(v_user.id, v_user.email, 'undo_email_change', p_undo_id, p_undo_hash, p_undo_minutes);
  PERFORM account_audit(v_user.id, 'email.changed', p_ip, '{}', NULL,
    jsonb_build_object('email', masked_email(v_user.email)), jsonb_build_object('email', masked_email(v_token.email)));
  RETURN jsonb_build_object('oldEmail', v_user.email, 'newEmail', v_token.email, 'language', v_user.language);
EXCEPTION WHEN unique_violation THEN
  RETURN NULL;
END $$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION email_change_undo(
  p_token_hash text, p_locked_hash text, p_scheme integer, p_reset_id uuid, p_reset_hash text, p_reset_minutes integer,
  p_ip text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_token record;
  v_language text;
  v_left text;
  v_ended jsonb;
  v_since timestamptz;
BEGIN
  SELECT * INTO v_token FROM email_token_use(p_token_hash, 'undo_email_change', p_ip);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM account_remove_unverified(id) FROM users WHERE email = v_token.email AND id <> v_token.user_id;
  SELECT email INTO v_left FROM users WHERE id = v_token.user_id FOR UPDATE;
  UPDATE users SET email = v_token.email, password_hash = p_locked_hash, password_scheme = p_scheme, updated_at = now()
    WHERE id = v_token.user_id RETURNING language INTO v_language;
  PERFORM email_token_void(v_token.user_id, '{verify_email,reset_password,change_email,undo_email_change}');
  -- Whoever moved the account may have added a way in, or made new codes, shortly before or at any time after.
  SELECT created_at - interval '1 day' INTO v_since FROM email_tokens WHERE token_hash = p_token_hash;
  DELETE FROM passkeys WHERE user_id = v_token.user_id AND created_at > v_since;
  DELETE FROM totp_factors WHERE user_id = v_token.user_id AND coalesce(confirmed_at, created_at) > v_since;
  DELETE FROM recovery_codes WHERE user_id = v_token.user_id AND created_at > v_since;
  UPDATE factor_resets SET cancelled_at = now()
    WHERE user_id = v_token.user_id AND created_at > v_since AND cancelled_at IS NULL AND finished_at IS NULL;
  PERFORM email_token_add(v_token.user_id, v_token.email, 'reset_password', p_reset_id, p_reset_hash, p_reset_minutes);
  v_ended := account_end_sessions(v_token.user_id, NULL, 'email_change_undone');
  PERFORM account_audit(v_token.user_id, 'email.change_undone', p_ip, '{}', NULL,
    jsonb_build_object('email', masked_email(v_left)), jsonb_build_object('email', masked_email(v_token.email)));
  RETURN v_ended || jsonb_build_object('email', v_token.email, 'language', v_language);
EXCEPTION WHEN unique_violation THEN
  RETURN NULL;
END $$;--> statement-breakpoint

GRANT EXECUTE ON FUNCTION email_change_request(uuid, text, uuid, text, integer, text) TO orucrm_app;
