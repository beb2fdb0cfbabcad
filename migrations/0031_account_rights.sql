-- What a user may see of themselves, and the end of an account.

DROP FUNCTION erase_audit_values(text, text[]);--> statement-breakpoint

-- Everything kept of the session's user, secrets aside; null when the session is over.
CREATE FUNCTION account_data(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object(
    'profile', jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'language', u.language,
      'theme', u.theme, 'createdAt', u.created_at, 'emailVerifiedAt', u.email_verified_at,
      'adultConfirmedAt', u.adult_confirmed_at),
    'policies', coalesce((
      SELECT jsonb_agg(jsonb_build_object('version', p.version, 'acceptedAt', p.accepted_at) ORDER BY p.accepted_at DESC)
      FROM (SELECT version, accepted_at FROM policy_acceptances WHERE user_id = u.id
        UNION SELECT u.policy_version, u.policy_accepted_at
          WHERE NOT EXISTS (SELECT FROM policy_acceptances a WHERE a.user_id = u.id AND a.version = u.policy_version)) p), '[]'),
    'organizations', coalesce((
      SELECT jsonb_agg(jsonb_build_object('name', o.name, 'role', m.role, 'state', m.state, 'since', m.created_at,
          'acts', (SELECT count(*) FROM audit_log a WHERE a.org_id = m.org_id AND a.actor_id = u.id::text))
        ORDER BY lower(o.name), o.slug)
      FROM memberships m JOIN organizations o ON o.id = m.org_id WHERE m.user_id = u.id), '[]'),
    'sessions', coalesce((
      SELECT jsonb_agg(jsonb_build_object('startedAt', l.created_at, 'lastSeenAt', l.last_seen_at, 'endedAt', l.ended_at,
        'ip', l.ip, 'city', l.city, 'country', l.country, 'userAgent', l.user_agent) ORDER BY l.created_at DESC)
      FROM (SELECT * FROM sessions WHERE user_id = u.id ORDER BY created_at DESC LIMIT 200) l), '[]'),
    'passkeys', coalesce((
      SELECT jsonb_agg(jsonb_build_object('name', k.name, 'addedAt', k.created_at) ORDER BY k.created_at)
      FROM passkeys k WHERE k.user_id = u.id), '[]'))
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now()
$$;--> statement-breakpoint

-- When the account of a live session is deleted, its email and language; null when the session is over.
CREATE FUNCTION account_closing(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('closesAt', u.closes_at, 'email', u.email, 'language', u.language)
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now()
$$;--> statement-breakpoint

-- Whether the account of a session is closing.
CREATE FUNCTION account_is_closing(p_session uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = p_session AND u.closes_at IS NOT NULL)
$$;--> statement-breakpoint

-- Leaves word for the inboxes of organizations whose state changed. Not for the app role.
CREATE FUNCTION queue_inbox_pushes(p_orgs uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH bumped AS (
    UPDATE connections SET config_version = config_version + 1
    WHERE org_id = ANY (p_orgs) AND removed_at IS NULL RETURNING org_id, id, config_version)
  INSERT INTO inbox_pushes (org_id, connection_id, version) SELECT org_id, id, config_version FROM bumped
    ON CONFLICT (org_id, connection_id) DO UPDATE SET version = excluded.version, attempts = 0
$$;--> statement-breakpoint

-- Begins to close the account of a session, with the organizations that have nobody else, and ends its sessions.
-- { outcome: 'closing', closesAt, email, language, endedSessions, organizations }, or 'session_over', or 'last_admin'
-- with the names of organizations that others would be left in without an owner or an Admin.
CREATE FUNCTION account_close(p_session uuid, p_days integer, p_ip text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user record;
  v_closes timestamptz := now() + make_interval(days => greatest(p_days, 30));
  v_blocked jsonb;
  v_own uuid[];
  v_ended jsonb;
  v_places jsonb;
BEGIN
  SELECT u.id, u.email, u.language INTO v_user FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now() AND u.closes_at IS NULL
    FOR UPDATE OF u;
  IF NOT FOUND THEN
    RETURN '{"outcome": "session_over"}';
  END IF;
  -- Changes of their members wait, so that nobody is left alone meanwhile.
  PERFORM FROM organizations
    WHERE id IN (SELECT org_id FROM memberships WHERE user_id = v_user.id AND state = 'active')
    ORDER BY id FOR NO KEY UPDATE;
  SELECT jsonb_agg(o.name ORDER BY lower(o.name)) INTO v_blocked
    FROM organizations o JOIN memberships m ON m.org_id = o.id AND m.user_id = v_user.id AND m.state = 'active'
    WHERE o.state = 'active' AND m.role = 'admin'
      AND EXISTS (SELECT FROM memberships x WHERE x.org_id = o.id AND x.user_id <> v_user.id AND x.state = 'active')
      AND (o.owner_id = v_user.id OR NOT EXISTS (
        SELECT FROM memberships x
        WHERE x.org_id = o.id AND x.user_id <> v_user.id AND x.state = 'active' AND x.role = 'admin'));
  IF v_blocked IS NOT NULL THEN
    RETURN jsonb_build_object('outcome', 'last_admin', 'organizations', v_blocked);
  END IF;
  PERFORM account_audit(v_user.id, 'account.closing', p_ip, '{}', p_session);
  v_own := ARRAY(SELECT o.id FROM organizations o JOIN memberships m ON m.org_id = o.id
    WHERE m.user_id = v_user.id AND m.state = 'active' AND o.state = 'active'
      AND NOT EXISTS (SELECT FROM memberships x
        WHERE x.org_id = o.id AND x.user_id <> v_user.id AND x.state = 'active'));
  UPDATE organizations SET state = 'closing', closes_at = v_closes, closes_with = v_user.id, updated_at = now()
    WHERE id = ANY (v_own);
  PERFORM queue_inbox_pushes(v_own);
  v_places := account_organizations(v_user.id);
  UPDATE users SET closes_at = v_closes, updated_at = now() WHERE id = v_user.id;
  WITH ended AS (
    UPDATE sessions SET ended_at = now(), end_reason = 'account_closing'
    WHERE user_id = v_user.id AND ended_at IS NULL RETURNING id)
  SELECT coalesce(jsonb_agg(id), '[]') INTO v_ended FROM ended;
  RETURN jsonb_build_object('outcome', 'closing', 'closesAt', v_closes, 'email', v_user.email,
    'language', v_user.language, 'endedSessions', v_ended, 'organizations', v_places);
END $$;--> statement-breakpoint

-- Takes the closing of an account back, with that of the organizations that closed with it; false when there is none.
CREATE FUNCTION account_reopen(p_session uuid, p_ip text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid;
  v_own uuid[];
BEGIN
  UPDATE users u SET closes_at = NULL, updated_at = now() FROM sessions s
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now() AND s.user_id = u.id
      AND u.closes_at IS NOT NULL
    RETURNING u.id INTO v_user;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  v_own := ARRAY(SELECT id FROM organizations WHERE closes_with = v_user AND state = 'closing');
  UPDATE organizations SET state = 'active', closes_at = NULL, closes_with = NULL, updated_at = now()
    WHERE id = ANY (v_own);
  PERFORM queue_inbox_pushes(v_own);
  PERFORM account_audit(v_user, 'account.reopened', p_ip, '{}', p_session);
  RETURN true;
END $$;--> statement-breakpoint

-- Deletes accounts whose 30 days are over, once no organization is theirs any more: the user with all that hangs on
-- it, the values of acts of and on them, and what watching for abuse kept. Answers how many.
CREATE FUNCTION purge_accounts(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid;
  v_org uuid;
  v_count integer := 0;
BEGIN
  FOR v_user IN
    SELECT u.id FROM users u
    WHERE u.closes_at <= least(p_now, now()) AND NOT EXISTS (SELECT FROM organizations WHERE owner_id = u.id)
    ORDER BY u.closes_at LIMIT least(p_limit, 50) FOR UPDATE SKIP LOCKED
  LOOP
    FOR v_org IN SELECT org_id FROM memberships WHERE user_id = v_user ORDER BY org_id LOOP
      PERFORM set_config('app.org_id', v_org::text, true);
      PERFORM audit_append(gen_random_uuid(), now(), 'job', 'purge-accounts', 'account.erased', 'user', v_user::text,
        NULL, '{}', NULL, NULL);
      INSERT INTO erasures (org_id, id, at, kind, actor_kind, actor_id, counts)
        VALUES (v_org, gen_random_uuid(), now(), 'account', 'job', 'purge-accounts',
          jsonb_build_object('acts', audit_erase_values(ARRAY[v_user::text])));
    END LOOP;
    DELETE FROM security_events WHERE user_id = v_user;
    UPDATE security_alerts SET user_id = NULL WHERE user_id = v_user;
    DELETE FROM users WHERE id = v_user;
    v_count := v_count + 1;
  END LOOP;
  RETURN v_count;
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION account_data(uuid), account_closing(uuid), account_is_closing(uuid), queue_inbox_pushes(uuid[]),
  account_close(uuid, integer, text), account_reopen(uuid, text), purge_accounts(timestamptz, integer)
FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION account_data(uuid), account_closing(uuid), account_is_closing(uuid),
  account_close(uuid, integer, text), account_reopen(uuid, text), purge_accounts(timestamptz, integer)
TO orucrm_app;
