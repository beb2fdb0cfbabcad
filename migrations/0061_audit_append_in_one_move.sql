CREATE OR REPLACE FUNCTION enter(p_session uuid, p_slug text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  s record;
  m record;
BEGIN
  SELECT se.id, se.expires_at, se.last_seen_at, u.id AS user_id, u.email, u.name, u.language, u.theme, u.email_verified_at,
      left(se.user_agent, 200) AS device
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
  PERFORM set_config('app.session', s.id::text, true);
  PERFORM set_config('app.device', coalesce(s.device, ''), true);
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
END $$;--> statement-breakpoint
-- The head moves on and gives back where it stood in one statement; the device is what `enter` found with the session,
-- looked up only for whoever came another way.
CREATE OR REPLACE FUNCTION audit_append(
  p_id uuid, p_at timestamptz, p_actor_kind text, p_actor_id text, p_action text,
  p_subject_kind text, p_subject_id text, p_ip text, p_facts jsonb, p_before jsonb, p_after jsonb,
  p_session uuid DEFAULT NULL
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_org uuid := nullif(current_setting('app.org_id', true), '');
  v_seq bigint;
  v_prev text;
  v_device text;
  v_salt text;
  v_digest text := '';
  v_hash text;
BEGIN
  IF p_session IS NOT NULL THEN
    IF current_setting('app.session', true) = p_session::text THEN
      v_device := nullif(current_setting('app.device', true), '');
    ELSE
      SELECT left(user_agent, 200) INTO v_device FROM sessions WHERE id = p_session;
    END IF;
  END IF;
  IF p_before IS NOT NULL OR p_after IS NOT NULL THEN
    v_salt := encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex');
    v_digest := encode(sha256(convert_to(jsonb_build_array(v_salt, p_before, p_after)::text, 'UTF8')), 'hex');
  END IF;
  LOOP
    UPDATE audit_heads SET seq = seq + 1, prev_hash = hash, hash = encode(sha256(convert_to((jsonb_build_array(
          v_org, seq + 1, p_id, to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_actor_kind, p_actor_id,
          p_action, p_subject_kind, p_subject_id, p_ip, p_facts, v_digest, hash)
        || CASE WHEN v_device IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(v_device) END)::text, 'UTF8')), 'hex')
      WHERE org_id = v_org RETURNING seq, prev_hash, hash INTO v_seq, v_prev, v_hash;
    EXIT WHEN FOUND;
    IF v_org IS NULL THEN
      RAISE EXCEPTION 'audit_append outside of an organization' USING ERRCODE = 'OR404';
    END IF;
    INSERT INTO audit_heads (org_id, seq, hash) VALUES (v_org, 0, '') ON CONFLICT (org_id) DO NOTHING;
  END LOOP;
  IF v_salt IS NOT NULL THEN
    INSERT INTO audit_values (org_id, seq, salt, before, after) VALUES (v_org, v_seq, v_salt, p_before, p_after);
  END IF;
  INSERT INTO audit_log (org_id, seq, id, at, actor_kind, actor_id, action, subject_kind, subject_id, ip, facts,
      values_digest, prev_hash, hash, device)
    VALUES (v_org, v_seq, p_id, p_at, p_actor_kind, p_actor_id, p_action, p_subject_kind, p_subject_id, p_ip, p_facts,
      v_digest, v_prev, v_hash, v_device);
  RETURN v_seq;
END $$;
