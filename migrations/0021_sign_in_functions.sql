-- Resets, changes of email, the list of sessions, known devices and what a schedule takes away.

-- Whether an email belongs to a user, or was left by one who may still take it back. Not for the app role.
CREATE FUNCTION account_email_is_taken(p_email text, p_except uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM users WHERE email = p_email AND id IS DISTINCT FROM p_except
      AND email_verified_at IS NOT NULL)
    OR EXISTS (SELECT FROM email_tokens WHERE email = p_email AND purpose = 'undo_email_change'
      AND user_id IS DISTINCT FROM p_except AND used_at IS NULL AND expires_at > now())
$$;--> statement-breakpoint

-- A new user with an organization of their own and the link that verifies the email.
-- 'created': made. 'renewed': the email waits for its verification; what was typed now counts, and
-- older links are void. 'known': the email is verified, or kept for whoever may take it back; nothing is changed.
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
  IF account_email_is_taken(p_email, NULL) THEN
    RETURN 'known';
  END IF;
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

-- Takes a user who never verified their email away, with the organization made at sign-up. Whoever belongs to
-- an organization with others stays: false. Not for the app role.
CREATE FUNCTION account_remove_unverified(p_user uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM FROM users WHERE id = p_user AND email_verified_at IS NULL FOR UPDATE;
  IF NOT FOUND OR EXISTS (
    SELECT FROM memberships mine JOIN memberships others ON others.org_id = mine.org_id
    WHERE mine.user_id = p_user AND others.user_id <> p_user) THEN
    RETURN false;
  END IF;
  DELETE FROM organizations o USING memberships m WHERE m.org_id = o.id AND m.user_id = p_user;
  DELETE FROM users WHERE id = p_user;
  RETURN true;
END $$;--> statement-breakpoint

-- A link of one purpose. Links of mails live an hour, the way back from a change of email a week.
-- Not for the app role.
CREATE FUNCTION email_token_add(
  p_user uuid, p_email text, p_purpose text, p_token_id uuid, p_token_hash text, p_minutes integer
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  INSERT INTO email_tokens (id, user_id, purpose, token_hash, email, expires_at)
    VALUES (p_token_id, p_user, p_purpose, p_token_hash, p_email, now() + make_interval(
      mins => least(p_minutes, CASE WHEN p_purpose = 'undo_email_change' THEN 7 * 24 * 60 ELSE 60 END)))
$$;--> statement-breakpoint

-- Uses a link, once; nobody when it is unknown, used or too old. Not for the app role.
CREATE FUNCTION email_token_use(p_token_hash text, p_purpose text, p_ip text)
RETURNS TABLE (user_id uuid, email text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  UPDATE email_tokens t SET used_at = now(), used_ip = p_ip
    WHERE t.token_hash = p_token_hash AND t.purpose = p_purpose AND t.used_at IS NULL AND t.expires_at > now()
    RETURNING t.user_id, t.email
$$;--> statement-breakpoint

-- Makes every link void that a user still holds for one of the purposes. Not for the app role.
CREATE FUNCTION email_token_void(p_user uuid, p_purposes text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  UPDATE email_tokens SET expires_at = now()
    WHERE user_id = p_user AND purpose = ANY (p_purposes) AND used_at IS NULL AND expires_at > now()
$$;--> statement-breakpoint

-- Ends sessions of a user, all but one, and gives what their live screens are found by. Not for the app role.
CREATE FUNCTION account_end_sessions(p_user uuid, p_except uuid, p_reason text) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH ended AS (
    UPDATE sessions SET ended_at = now(), end_reason = p_reason
    WHERE user_id = p_user AND id IS DISTINCT FROM p_except AND ended_at IS NULL RETURNING id)
  SELECT jsonb_build_object('endedSessions', (SELECT coalesce(jsonb_agg(id), '[]') FROM ended),
    'organizations', account_organizations(p_user))
$$;--> statement-breakpoint

-- The live session's user; nobody when it is over. Not for the app role.
CREATE FUNCTION account_of_session(p_session uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT user_id FROM sessions WHERE id = p_session AND ended_at IS NULL AND expires_at > now()
$$;--> statement-breakpoint

-- Whether the user has logged in from this address in the last 90 days, or just proved there, by a reset,
-- that the mailbox is theirs. Not for the app role.
CREATE FUNCTION account_address_is_known(p_user uuid, p_ip text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM sessions
      WHERE user_id = p_user AND ip = p_ip AND created_at > now() - interval '90 days')
    OR EXISTS (SELECT FROM email_tokens WHERE user_id = p_user AND used_ip = p_ip
      AND purpose = 'reset_password' AND used_at > now() - interval '1 day')
$$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION account_find_for_login(p_email text, p_ip text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('id', u.id, 'passwordHash', u.password_hash, 'passwordScheme', u.password_scheme,
    'isVerified', u.email_verified_at IS NOT NULL, 'hasFactor', user_has_factor(u.id), 'isKnownAddress', account_address_is_known(u.id, p_ip))
  FROM users u WHERE u.email = p_email
$$;--> statement-breakpoint

-- Remembers the browser and place of a visit, twenty for each user. True when the user had others before
-- and not this one. Not for the app role.
CREATE FUNCTION account_remember_device(p_user uuid, p_visit jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_hash text := encode(sha256(convert_to(jsonb_build_array(
    p_user, p_visit ->> 'device', p_visit ->> 'city', p_visit ->> 'country')::text, 'UTF8')), 'hex');
  v_is_new boolean;
BEGIN
  v_is_new := EXISTS (SELECT FROM known_devices WHERE user_id = p_user)
    AND NOT EXISTS (SELECT FROM known_devices WHERE user_id = p_user AND device_hash = v_hash);
  INSERT INTO known_devices (user_id, device_hash) VALUES (p_user, v_hash)
    ON CONFLICT (user_id, device_hash) DO UPDATE SET last_seen_at = now();
  DELETE FROM known_devices WHERE user_id = p_user AND device_hash IN (
    SELECT device_hash FROM known_devices WHERE user_id = p_user ORDER BY last_seen_at DESC, device_hash OFFSET 20);
  RETURN v_is_new;
END $$;--> statement-breakpoint

-- A session row of eight hours. Not for the app role.
CREATE OR REPLACE FUNCTION account_insert_session(p_user uuid, p_session uuid, p_visit jsonb)
RETURNS timestamptz
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  INSERT INTO sessions (id, user_id, expires_at, ip, user_agent, city, country, is_new_device)
    VALUES (p_session, p_user, now() + interval '8 hours', p_visit ->> 'ip', left(p_visit ->> 'userAgent', 400),
      left(p_visit ->> 'city', 100), left(p_visit ->> 'country', 2), account_remember_device(p_user, p_visit))
    RETURNING expires_at
$$;--> statement-breakpoint

-- What the user is told about a session from a new device; null when the device is known.
CREATE FUNCTION session_find_new_device(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('email', u.email, 'language', u.language, 'at', s.created_at, 'ip', s.ip,
    'userAgent', s.user_agent, 'city', s.city, 'country', s.country)
  FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = p_session AND s.is_new_device
$$;--> statement-breakpoint

-- The live sessions of a session's own user, the latest seen first.
CREATE FUNCTION session_list(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'createdAt', s.created_at, 'lastSeenAt', s.last_seen_at,
    'ip', s.ip, 'userAgent', s.user_agent, 'city', s.city, 'country', s.country, 'isCurrent', s.id = p_session)
    ORDER BY s.id = p_session DESC, s.last_seen_at DESC, s.id), '[]')
  FROM (SELECT * FROM sessions
    WHERE user_id = account_of_session(p_session) AND ended_at IS NULL AND expires_at > now()
    ORDER BY id = p_session DESC, last_seen_at DESC, id LIMIT 50) s
$$;--> statement-breakpoint

-- Ends another session of the session's own user and gives the user's organizations; null when it is not
-- theirs or over.
CREATE FUNCTION session_end_other(p_session uuid, p_other uuid, p_ip text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid;
BEGIN
  UPDATE sessions SET ended_at = now(), end_reason = 'ended_elsewhere'
    WHERE id = p_other AND user_id = account_of_session(p_session) AND ended_at IS NULL RETURNING user_id INTO v_user;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM account_audit(v_user, 'session.revoked', p_ip, '{}');
  RETURN account_organizations(v_user);
END $$;--> statement-breakpoint

-- Ends every other session of the session's own user; null when the session is over.
CREATE FUNCTION session_end_others(p_session uuid, p_ip text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := account_of_session(p_session);
  v_ended jsonb;
BEGIN
  IF v_user IS NULL THEN
    RETURN NULL;
  END IF;
  v_ended := account_end_sessions(v_user, p_session, 'ended_elsewhere');
  PERFORM account_audit(v_user, 'session.others_revoked', p_ip,
    jsonb_build_object('count', jsonb_array_length(v_ended -> 'endedSessions')));
  RETURN v_ended;
END $$;--> statement-breakpoint

-- What a link of one purpose stands for, without using it; null when it is unknown, used or too old.
CREATE FUNCTION account_find_link(p_token_hash text, p_purpose text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('email', t.email, 'accountEmail', u.email, 'name', u.name,
    'organizations', coalesce((
      SELECT jsonb_agg(o.name) FROM memberships m JOIN organizations o ON o.id = m.org_id
      WHERE m.user_id = u.id AND m.state = 'active'), '[]'))
  FROM email_tokens t JOIN users u ON u.id = t.user_id
  WHERE t.token_hash = p_token_hash AND t.purpose = p_purpose AND t.used_at IS NULL AND t.expires_at > now()
$$;--> statement-breakpoint

-- A link for a new password; null when the email has no verified account. Links asked for before stay good:
-- whoever asks again and again for somebody else must not make the owner's link void.
CREATE FUNCTION account_request_reset(p_email text, p_token_id uuid, p_token_hash text, p_minutes integer)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user record;
BEGIN
  SELECT id, language INTO v_user FROM users WHERE email = p_email AND email_verified_at IS NOT NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM email_token_add(v_user.id, p_email, 'reset_password', p_token_id, p_token_hash, p_minutes);
  RETURN jsonb_build_object('language', v_user.language);
END $$;--> statement-breakpoint

-- Sets a new password by a link: every session ends, and so do the other links that could change the account.
-- Null when the link is unknown, used or too old, or was sent to an email that the account no longer has.
CREATE FUNCTION password_reset(p_token_hash text, p_new_hash text, p_scheme integer, p_ip text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_token record;
  v_user record;
  v_ended jsonb;
BEGIN
  SELECT * INTO v_token FROM email_token_use(p_token_hash, 'reset_password', p_ip);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE users SET password_hash = p_new_hash, password_scheme = p_scheme, updated_at = now()
    WHERE id = v_token.user_id AND email = v_token.email AND email_verified_at IS NOT NULL
    RETURNING id, email, language INTO v_user;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM email_token_void(v_user.id, '{reset_password,change_email}');
  v_ended := account_end_sessions(v_user.id, NULL, 'password_reset');
  PERFORM account_audit(v_user.id, 'password.reset', p_ip, '{}');
  RETURN v_ended || jsonb_build_object('email', v_user.email, 'language', v_user.language);
END $$;--> statement-breakpoint

-- A link that moves the session's own user to a new email. p_password_hash is what was compared. 'taken' when
-- the email belongs to another account; null when the session is over or the password changed meanwhile.
CREATE FUNCTION email_change_request(
  p_session uuid, p_password_hash text, p_email text, p_token_id uuid, p_token_hash text, p_minutes integer, p_ip text
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid;
BEGIN
  SELECT id INTO v_user FROM users
    WHERE id = account_of_session(p_session) AND password_hash = p_password_hash FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM email_token_void(v_user, '{change_email}');
  PERFORM account_audit(v_user, 'email.change_requested', p_ip, '{}');
  IF account_email_is_taken(p_email, v_user) THEN
    RETURN 'taken';
  END IF;
  PERFORM email_token_add(v_user, p_email, 'change_email', p_token_id, p_token_hash, p_minutes);
  RETURN 'requested';
END $$;--> statement-breakpoint

-- Moves a user to the email that a link was sent to, once, and opens the way back for the old email. An account
-- that waits for the verification of that email makes room: the link proves whose mailbox it is.
-- Null when the link is unknown, used or too old, or the email was taken meanwhile.
CREATE FUNCTION email_change_confirm(
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
  PERFORM account_audit(v_user.id, 'email.changed', p_ip, '{}');
  RETURN jsonb_build_object('oldEmail', v_user.email, 'newEmail', v_token.email, 'language', v_user.language);
EXCEPTION WHEN unique_violation THEN
  RETURN NULL;
END $$;--> statement-breakpoint

-- Gives the account back to the email that it was moved away from: all sessions end, no link and no password
-- works any more, and a link for a new password is open. Null when the link is unknown, used or too old.
CREATE FUNCTION email_change_undo(
  p_token_hash text, p_locked_hash text, p_scheme integer, p_reset_id uuid, p_reset_hash text, p_reset_minutes integer,
  p_ip text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_token record;
  v_language text;
  v_ended jsonb;
BEGIN
  SELECT * INTO v_token FROM email_token_use(p_token_hash, 'undo_email_change', p_ip);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM account_remove_unverified(id) FROM users WHERE email = v_token.email AND id <> v_token.user_id;
  UPDATE users SET email = v_token.email, password_hash = p_locked_hash, password_scheme = p_scheme, updated_at = now()
    WHERE id = v_token.user_id RETURNING language INTO v_language;
  PERFORM email_token_void(v_token.user_id, '{verify_email,reset_password,change_email,undo_email_change}');
  PERFORM email_token_add(v_token.user_id, v_token.email, 'reset_password', p_reset_id, p_reset_hash, p_reset_minutes);
  v_ended := account_end_sessions(v_token.user_id, NULL, 'email_change_undone');
  PERFORM account_audit(v_token.user_id, 'email.change_undone', p_ip, '{}');
  RETURN v_ended || jsonb_build_object('email', v_token.email, 'language', v_language);
EXCEPTION WHEN unique_violation THEN
  RETURN NULL;
END $$;--> statement-breakpoint

-- Deletes one batch of what nobody needs any more: sessions that ended 90 days ago, links a week after their
-- time, devices unused for a year, and accounts that were not verified within seven days.
-- Answers how many of each went.
CREATE FUNCTION account_purge_stale(p_limit integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_limit integer := least(p_limit, 1000);
  v_sessions integer;
  v_links integer;
  v_devices integer;
  v_accounts integer := 0;
  v_user uuid;
BEGIN
  DELETE FROM sessions WHERE id IN (
    SELECT id FROM sessions WHERE expires_at < now() - interval '90 days'
    ORDER BY expires_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS v_sessions = ROW_COUNT;
  DELETE FROM email_tokens WHERE id IN (
    SELECT id FROM email_tokens WHERE expires_at < now() - interval '7 days'
    ORDER BY expires_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS v_links = ROW_COUNT;
  DELETE FROM known_devices WHERE (user_id, device_hash) IN (
    SELECT user_id, device_hash FROM known_devices WHERE last_seen_at < now() - interval '1 year'
    ORDER BY last_seen_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS v_devices = ROW_COUNT;
  -- Each takes an organization with it, so fewer at once.
  FOR v_user IN
    SELECT u.id FROM users u
    WHERE u.email_verified_at IS NULL AND u.updated_at < now() - interval '7 days'
      AND NOT EXISTS (SELECT FROM email_tokens t
        WHERE t.user_id = u.id AND t.used_at IS NULL AND t.expires_at > now())
    ORDER BY u.updated_at LIMIT least(v_limit, 100) FOR UPDATE OF u SKIP LOCKED
  LOOP
    IF account_remove_unverified(v_user) THEN
      v_accounts := v_accounts + 1;
    END IF;
  END LOOP;
  RETURN jsonb_build_object('sessions', v_sessions, 'links', v_links, 'devices', v_devices, 'accounts', v_accounts);
END $$;--> statement-breakpoint

GRANT EXECUTE ON FUNCTION
  session_find_new_device(uuid),
  session_list(uuid),
  session_end_other(uuid, uuid, text),
  session_end_others(uuid, text),
  account_find_link(text, text),
  account_request_reset(text, uuid, text, integer),
  password_reset(text, text, integer, text),
  email_change_request(uuid, text, text, uuid, text, integer, text),
  email_change_confirm(text, uuid, text, integer, text),
  email_change_undo(text, text, integer, uuid, text, integer, text),
  account_purge_stale(integer)
TO orucrm_app;
