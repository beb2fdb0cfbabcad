GRANT UPDATE (second_factor_rule) ON organizations TO orucrm_app;--> statement-breakpoint

-- Sets the organization for the transaction if the session is alive and its user a member, with a second factor
-- where the organization asks for one. Errors carry their own SQLSTATE: OR401 no session, OR403 unverified, OR404 no
-- such organization for this user, OR428 a second factor is missing.
CREATE OR REPLACE FUNCTION enter(p_session uuid, p_slug text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  s record;
  m record;
BEGIN
  SELECT se.id, se.expires_at, se.last_seen_at, u.id AS user_id, u.email, u.name, u.language, u.theme, u.email_verified_at
    INTO s
    FROM sessions se JOIN users u ON u.id = se.user_id
    WHERE se.id = p_session AND se.ended_at IS NULL AND se.expires_at > now();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no live session' USING ERRCODE = 'OR401';
  END IF;
  IF s.email_verified_at IS NULL THEN
    RAISE EXCEPTION 'email not verified' USING ERRCODE = 'OR403';
  END IF;
  SELECT o.id, o.slug, o.name, o.time_zone, o.currency, o.language, o.state, o.second_factor_rule, ms.role
    INTO m
    FROM organizations o JOIN memberships ms ON ms.org_id = o.id
    WHERE o.slug = p_slug AND ms.user_id = s.user_id AND ms.state = 'active' AND o.state <> 'closed';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such organization for this user' USING ERRCODE = 'OR404';
  END IF;
  IF (m.second_factor_rule = 'everybody' OR (m.second_factor_rule = 'admins' AND m.role = 'admin'))
    AND NOT user_has_factor(s.user_id)
  THEN
    RAISE EXCEPTION 'the organization asks for a second factor' USING ERRCODE = 'OR428';
  END IF;
  PERFORM set_config('app.org_id', m.id::text, true);
  PERFORM set_config('app.role', m.role, true);
  -- Written at most every five minutes, and not in read-only transactions.
  IF s.last_seen_at < now() - interval '5 minutes' AND current_setting('transaction_read_only') = 'off' THEN
    UPDATE sessions SET last_seen_at = now() WHERE id = s.id;
  END IF;
  RETURN jsonb_build_object(
    'sessionExpiresAt', s.expires_at,
    'user', jsonb_build_object('id', s.user_id, 'email', s.email, 'name', s.name, 'language', s.language, 'theme', s.theme),
    'organization', jsonb_build_object('id', m.id, 'slug', m.slug, 'name', m.name, 'timeZone', m.time_zone,
      'currency', m.currency, 'language', m.language, 'state', m.state),
    'role', m.role,
    'factorResetAt', factor_reset_at(s.user_id),
    'organizations', (
      SELECT jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name) ORDER BY o.name)
      FROM memberships ms JOIN organizations o ON o.id = ms.org_id
      WHERE ms.user_id = s.user_id AND ms.state = 'active' AND o.state <> 'closed'));
END $$;--> statement-breakpoint

-- From when on a user who lost every second factor may set up anew; null when they did not ask. Not for the app role.
CREATE FUNCTION factor_reset_at(p_user uuid) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT effective_at FROM factor_resets
  WHERE user_id = p_user AND effective_at IS NOT NULL AND cancelled_at IS NULL AND finished_at IS NULL
$$;--> statement-breakpoint

-- Refuses the rest of the transaction, with OR428, unless the session's own user has a second factor.
CREATE FUNCTION require_own_factor(p_session uuid) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF NOT user_has_factor(session_user_id(p_session)) THEN
    RAISE EXCEPTION 'whoever asks others for a second factor needs one' USING ERRCODE = 'OR428';
  END IF;
END $$;--> statement-breakpoint

-- A link to somebody who gave the right password and says that every second factor is lost. Older links are void.
-- False when the password changed since, or a request waits already.
CREATE FUNCTION factor_reset_request(p_user uuid, p_fingerprint text, p_id uuid, p_token_hash text, p_ip text)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM FROM users WHERE id = p_user AND email_verified_at IS NOT NULL
    AND encode(sha256(convert_to(password_hash, 'UTF8')), 'hex') = p_fingerprint FOR UPDATE;
  IF NOT FOUND OR factor_reset_at(p_user) IS NOT NULL OR NOT user_has_factor(p_user) THEN
    RETURN false;
  END IF;
  UPDATE factor_resets SET cancelled_at = now()
    WHERE user_id = p_user AND cancelled_at IS NULL AND finished_at IS NULL;
  INSERT INTO factor_resets (id, user_id, token_hash, link_expires_at)
    VALUES (p_id, p_user, p_token_hash, now() + interval '1 hour');
  PERFORM account_audit(p_user, 'factor_reset.requested', p_ip, '{}');
  RETURN true;
END $$;--> statement-breakpoint

-- Whether a link would begin the waiting time, without using it.
CREATE FUNCTION factor_reset_find(p_token_hash text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM factor_resets
    WHERE token_hash = p_token_hash AND effective_at IS NULL AND cancelled_at IS NULL AND link_expires_at > now())
$$;--> statement-breakpoint

-- Uses a link, once: from now on the person waits three days. Null when the link is unknown, used or too old.
CREATE FUNCTION factor_reset_begin(p_token_hash text, p_ip text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_reset record;
BEGIN
  UPDATE factor_resets SET effective_at = now() + interval '72 hours'
    WHERE token_hash = p_token_hash AND effective_at IS NULL AND cancelled_at IS NULL AND link_expires_at > now()
    RETURNING user_id, effective_at INTO v_reset;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM account_audit(v_reset.user_id, 'factor_reset.begun', p_ip, '{}');
  RETURN (SELECT jsonb_build_object('email', email, 'language', language, 'effectiveAt', v_reset.effective_at)
    FROM users WHERE id = v_reset.user_id);
END $$;--> statement-breakpoint

-- Anybody who is logged in as the user ends a request; null when none waits.
CREATE FUNCTION factor_reset_cancel(p_session uuid, p_ip text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := session_user_id(p_session);
BEGIN
  UPDATE factor_resets SET cancelled_at = now()
    WHERE user_id = v_user AND effective_at IS NOT NULL AND cancelled_at IS NULL AND finished_at IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM account_audit(v_user, 'factor_reset.cancelled', p_ip, '{}');
  RETURN (SELECT jsonb_build_object('email', email, 'language', language) FROM users WHERE id = v_user);
END $$;--> statement-breakpoint

-- After the waiting time the right password takes every factor away, ends the user's sessions and starts a new one.
-- Null when it is too early, was cancelled, or the first step no longer counts.
CREATE FUNCTION factor_reset_finish(p_user uuid, p_fingerprint text, p_token text, p_session uuid, p_visit jsonb)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_ended jsonb;
  v_expires timestamptz;
BEGIN
  PERFORM FROM users WHERE id = p_user AND email_verified_at IS NOT NULL
    AND encode(sha256(convert_to(password_hash, 'UTF8')), 'hex') = p_fingerprint FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE factor_resets SET finished_at = now()
    WHERE user_id = p_user AND effective_at <= now() AND cancelled_at IS NULL AND finished_at IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF NOT token_spend(p_token) THEN
    RETURN NULL;
  END IF;
  DELETE FROM totp_factors WHERE user_id = p_user;
  DELETE FROM passkeys WHERE user_id = p_user;
  DELETE FROM recovery_codes WHERE user_id = p_user;
  v_ended := account_end_sessions(p_user, NULL, 'factors_reset');
  v_expires := account_insert_session(p_user, p_session, p_visit);
  PERFORM account_audit(p_user, 'factor_reset.finished', p_visit ->> 'ip', '{}');
  RETURN (SELECT v_ended || jsonb_build_object('email', email, 'language', language, 'expiresAt', v_expires)
    FROM users WHERE id = p_user);
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION
  factor_reset_at(uuid), require_own_factor(uuid), factor_reset_request(uuid, text, uuid, text, text),
  factor_reset_find(text), factor_reset_begin(text, text), factor_reset_cancel(uuid, text),
  factor_reset_finish(uuid, text, text, uuid, jsonb)
FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  require_own_factor(uuid), factor_reset_request(uuid, text, uuid, text, text), factor_reset_find(text),
  factor_reset_begin(text, text), factor_reset_cancel(uuid, text),
  factor_reset_finish(uuid, text, text, uuid, jsonb)
TO orucrm_app;
