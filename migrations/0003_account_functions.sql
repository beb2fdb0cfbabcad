-- The app role's only doors to users, sessions and email_tokens. Each takes what
-- it needs and gives back no more; the two that give a password hash say so.
-- Times are the database's, so that a wrong clock elsewhere stretches nothing.

-- One audit row in each organization of the user. Not for the app role.
CREATE OR REPLACE FUNCTION account_audit(p_user uuid, p_action text, p_ip text, p_facts jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_before text := coalesce(current_setting('app.org_id', true), '');
  v_org uuid;
BEGIN
  -- In one order, so that two acts at once wait for each other instead of locking both.
  FOR v_org IN
    SELECT org_id FROM memberships WHERE user_id = p_user AND state = 'active' ORDER BY org_id
  LOOP
    PERFORM set_config('app.org_id', v_org::text, true);
    PERFORM audit_append(gen_random_uuid(), now(), 'user', p_user::text, p_action, 'user', p_user::text, p_ip,
      p_facts, NULL, NULL);
  END LOOP;
  PERFORM set_config('app.org_id', v_before, true);
END $$;--> statement-breakpoint

-- Replaces the links of one purpose that a user still holds by a new one. Not for the app role.
CREATE OR REPLACE FUNCTION account_replace_token(
  p_user uuid, p_email text, p_token_id uuid, p_token_hash text, p_minutes integer
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  UPDATE email_tokens SET expires_at = now()
    WHERE user_id = p_user AND purpose = 'verify_email' AND used_at IS NULL AND expires_at > now();
  INSERT INTO email_tokens (id, user_id, purpose, token_hash, email, expires_at)
    VALUES (p_token_id, p_user, 'verify_email', p_token_hash, p_email,
      now() + make_interval(mins => least(p_minutes, 60)));
END $$;--> statement-breakpoint

-- A new user with an organization of their own and the link that verifies the email.
-- 'created': made. 'renewed': the email waits for its verification; what was typed now counts, and
-- older links are void. 'known': the email is verified; nothing is changed.
CREATE OR REPLACE FUNCTION account_sign_up(
  p_user_id uuid, p_email text, p_name text, p_password_hash text, p_password_scheme integer,
  p_policy_version text, p_language text,
  p_org_id uuid, p_org_name text, p_slug text, p_other_slug text,
  p_token_id uuid, p_token_hash text, p_token_minutes integer, p_ip text
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_known record;
BEGIN
  INSERT INTO users (id, email, name, password_hash, password_scheme, adult_confirmed_at, policy_version,
      policy_accepted_at, language)
    VALUES (p_user_id, p_email, p_name, p_password_hash, p_password_scheme, now(), p_policy_version, now(),
      p_language)
    ON CONFLICT (email) DO NOTHING;
  IF NOT FOUND THEN
    SELECT id, email_verified_at INTO v_known FROM users WHERE email = p_email FOR UPDATE;
    IF v_known.email_verified_at IS NOT NULL THEN
      RETURN 'known';
    END IF;
    UPDATE users SET name = p_name, password_hash = p_password_hash, password_scheme = p_password_scheme,
        adult_confirmed_at = now(), policy_version = p_policy_version, policy_accepted_at = now(),
        language = p_language, updated_at = now()
      WHERE id = v_known.id;
    UPDATE organizations o SET name = p_org_name, updated_at = now(),
        slug = CASE WHEN o.name = p_org_name THEN o.slug ELSE free_slug(p_slug, p_other_slug) END
      WHERE o.id = (SELECT org_id FROM memberships WHERE user_id = v_known.id ORDER BY created_at LIMIT 1);
    PERFORM account_replace_token(v_known.id, p_email, p_token_id, p_token_hash, p_token_minutes);
    RETURN 'renewed';
  END IF;
  INSERT INTO organizations (id, slug, name, language) VALUES (p_org_id, p_slug, p_org_name, p_language)
    ON CONFLICT (slug) DO NOTHING;
  IF NOT FOUND THEN
    INSERT INTO organizations (id, slug, name, language) VALUES (p_org_id, p_other_slug, p_org_name, p_language);
  END IF;
  INSERT INTO memberships (org_id, user_id, role) VALUES (p_org_id, p_user_id, 'admin');
  PERFORM account_replace_token(p_user_id, p_email, p_token_id, p_token_hash, p_token_minutes);
  PERFORM account_audit(p_user_id, 'organization.created', p_ip, '{}');
  RETURN 'created';
END $$;--> statement-breakpoint

-- The first slug if nobody has it, or else the other one. Not for the app role.
CREATE OR REPLACE FUNCTION free_slug(p_slug text, p_other_slug text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM organizations WHERE slug = p_slug) THEN p_other_slug ELSE p_slug END
$$;--> statement-breakpoint

-- A new link for an email that waits for its verification; null when none waits.
CREATE OR REPLACE FUNCTION account_renew_verification(
  p_email text, p_token_id uuid, p_token_hash text, p_token_minutes integer
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user record;
BEGIN
  SELECT id, language INTO v_user FROM users WHERE email = p_email AND email_verified_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM account_replace_token(v_user.id, p_email, p_token_id, p_token_hash, p_token_minutes);
  RETURN jsonb_build_object('language', v_user.language);
END $$;--> statement-breakpoint

-- What a link would verify, without using it; null when it is unknown, used or too old.
CREATE OR REPLACE FUNCTION account_find_verification(p_token_hash text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('email', t.email, 'organization', (
      SELECT o.name FROM memberships m JOIN organizations o ON o.id = m.org_id
      WHERE m.user_id = t.user_id ORDER BY m.created_at LIMIT 1))
  FROM email_tokens t
  WHERE t.token_hash = p_token_hash AND t.purpose = 'verify_email' AND t.used_at IS NULL AND t.expires_at > now()
$$;--> statement-breakpoint

-- Uses a link, once: true when the email is verified by it.
CREATE OR REPLACE FUNCTION account_verify_email(p_token_hash text, p_ip text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_token record;
BEGIN
  UPDATE email_tokens SET used_at = now()
    WHERE token_hash = p_token_hash AND purpose = 'verify_email' AND used_at IS NULL AND expires_at > now()
    RETURNING user_id, email INTO v_token;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE users SET email_verified_at = now(), updated_at = now()
    WHERE id = v_token.user_id AND email = v_token.email AND email_verified_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM account_audit(v_token.user_id, 'email.verified', p_ip, '{}');
  RETURN true;
END $$;--> statement-breakpoint

-- What a log-in is checked against, the password hash included; null when there is no such account.
-- An address counts as known when a session of the user began there in the last 90 days.
CREATE OR REPLACE FUNCTION account_find_for_login(p_email text, p_ip text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('id', u.id, 'passwordHash', u.password_hash, 'passwordScheme', u.password_scheme,
    'isVerified', u.email_verified_at IS NOT NULL,
    'isKnownAddress', EXISTS (
      SELECT FROM sessions s
      WHERE s.user_id = u.id AND s.ip = p_ip AND s.created_at > now() - interval '90 days'))
  FROM users u WHERE u.email = p_email
$$;--> statement-breakpoint

-- The same password under a newer scheme or a higher cost.
CREATE OR REPLACE FUNCTION account_rehash(p_user uuid, p_old_hash text, p_new_hash text, p_scheme integer)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  UPDATE users SET password_hash = p_new_hash, password_scheme = p_scheme
  WHERE id = p_user AND password_hash = p_old_hash
$$;--> statement-breakpoint

-- A session row of eight hours. Not for the app role.
CREATE OR REPLACE FUNCTION account_insert_session(p_user uuid, p_session uuid, p_visit jsonb)
RETURNS timestamptz
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  INSERT INTO sessions (id, user_id, expires_at, ip, user_agent, city, country)
    VALUES (p_session, p_user, now() + interval '8 hours', p_visit ->> 'ip', left(p_visit ->> 'userAgent', 400),
      left(p_visit ->> 'city', 100), left(p_visit ->> 'country', 2))
    RETURNING expires_at
$$;--> statement-breakpoint

-- Starts a session after the right password. p_password_hash is what was compared: a password changed
-- meanwhile gives no session. Null then, and when the email is not verified.
CREATE OR REPLACE FUNCTION session_start(p_user uuid, p_password_hash text, p_session uuid, p_visit jsonb)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_expires timestamptz;
BEGIN
  PERFORM FROM users
    WHERE id = p_user AND password_hash = p_password_hash AND email_verified_at IS NOT NULL FOR SHARE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  v_expires := account_insert_session(p_user, p_session, p_visit);
  PERFORM account_audit(p_user, 'session.started', p_visit ->> 'ip', '{}');
  RETURN jsonb_build_object('expiresAt', v_expires);
END $$;--> statement-breakpoint

-- Ends one session; a second time changes nothing.
CREATE OR REPLACE FUNCTION session_end(p_session uuid, p_reason text, p_ip text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid;
BEGIN
  UPDATE sessions SET ended_at = now(), end_reason = p_reason WHERE id = p_session AND ended_at IS NULL
    RETURNING user_id INTO v_user;
  IF FOUND THEN
    PERFORM account_audit(v_user, 'session.ended', p_ip, jsonb_build_object('reason', p_reason));
  END IF;
END $$;--> statement-breakpoint

-- Who a live session belongs to and where they may go; null when it is over.
CREATE OR REPLACE FUNCTION account_find_by_session(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'language', u.language, 'theme', u.theme,
    'organizations', coalesce((
      SELECT jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name) ORDER BY o.name)
      FROM memberships m JOIN organizations o ON o.id = m.org_id
      WHERE m.user_id = u.id AND m.state = 'active' AND o.state <> 'closed'), '[]'))
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now() AND u.email_verified_at IS NOT NULL
$$;--> statement-breakpoint

-- What a password change is checked against, the password hash included, for the session's own user.
CREATE OR REPLACE FUNCTION account_find_for_password_change(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'language', u.language,
    'passwordHash', u.password_hash, 'passwordScheme', u.password_scheme,
    'organizations', coalesce((
      SELECT jsonb_agg(o.name) FROM memberships m JOIN organizations o ON o.id = m.org_id
      WHERE m.user_id = u.id AND m.state = 'active'), '[]'))
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now()
$$;--> statement-breakpoint

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
BEGIN
  UPDATE users u SET password_hash = p_new_hash, password_scheme = p_scheme, updated_at = now()
    FROM sessions s
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now() AND s.user_id = u.id
      AND u.password_hash = p_old_hash
    RETURNING u.id INTO v_user;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE sessions SET ended_at = now(), end_reason = 'password_changed' WHERE user_id = v_user AND ended_at IS NULL;
  v_expires := account_insert_session(v_user, p_new_session, p_visit);
  PERFORM account_audit(v_user, 'password.changed', p_visit ->> 'ip', '{}');
  RETURN jsonb_build_object('userId', v_user, 'expiresAt', v_expires);
END $$;--> statement-breakpoint

-- Changes what is not null on the user's own row; false when the session is over.
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
    PERFORM account_audit(v_before.id, 'profile.updated', p_ip, '{"fields": "name"}');
  END IF;
  RETURN true;
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION
  account_audit(uuid, text, text, jsonb),
  account_replace_token(uuid, text, uuid, text, integer),
  free_slug(text, text),
  account_insert_session(uuid, uuid, jsonb),
  account_sign_up(uuid, text, text, text, integer, text, text, uuid, text, text, text, uuid, text, integer, text),
  account_renew_verification(text, uuid, text, integer),
  account_find_verification(text),
  account_verify_email(text, text),
  account_find_for_login(text, text),
  account_rehash(uuid, text, text, integer),
  session_start(uuid, text, uuid, jsonb),
  session_end(uuid, text, text),
  account_find_by_session(uuid),
  account_find_for_password_change(uuid),
  password_change(uuid, text, text, integer, uuid, jsonb),
  profile_update(uuid, text, text, text, text)
FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  account_sign_up(uuid, text, text, text, integer, text, text, uuid, text, text, text, uuid, text, integer, text),
  account_renew_verification(text, uuid, text, integer),
  account_find_verification(text),
  account_verify_email(text, text),
  account_find_for_login(text, text),
  account_rehash(uuid, text, text, integer),
  session_start(uuid, text, uuid, jsonb),
  session_end(uuid, text, text),
  account_find_by_session(uuid),
  account_find_for_password_change(uuid),
  password_change(uuid, text, text, integer, uuid, jsonb),
  profile_update(uuid, text, text, text, text)
TO orucrm_app;
