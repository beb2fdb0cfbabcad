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
    -- Each statement sees what is committed by then: the last membership may be gone by now.
    'organizations', coalesce((
      SELECT jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name) ORDER BY o.name)
      FROM memberships ms JOIN organizations o ON o.id = ms.org_id
      WHERE ms.user_id = s.user_id AND ms.state = 'active' AND o.state <> 'closed'), '[]'));
END $$;
