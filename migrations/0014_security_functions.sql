SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT ON security_events TO orucrm_app;--> statement-breakpoint

-- One act in the chain of an organization that need not be the transaction's. Not for the app role.
CREATE FUNCTION audit_append_in(
  p_org uuid, p_at timestamptz, p_actor_kind text, p_actor_id text, p_action text,
  p_subject_kind text, p_subject_id text, p_ip text, p_facts jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_before text := coalesce(current_setting('app.org_id', true), '');
BEGIN
  PERFORM set_config('app.org_id', p_org::text, true);
  PERFORM audit_append(gen_random_uuid(), p_at, p_actor_kind, p_actor_id, p_action, p_subject_kind, p_subject_id,
    p_ip, p_facts, NULL, NULL);
  PERFORM set_config('app.org_id', v_before, true);
END $$;--> statement-breakpoint

-- A mail that is due, unless the organization got one of its kind that day. Not for the app role.
CREATE FUNCTION security_alert_when_grave(p_org uuid, p_at timestamptz, p_kind text, p_user uuid, p_facts jsonb)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_count integer;
BEGIN
  IF p_kind = 'login_failed' AND p_user IS NOT NULL THEN
    SELECT sum(count) INTO v_count FROM security_events
      WHERE org_id = p_org AND kind = p_kind AND user_id = p_user AND last_at > p_at - interval '1 hour';
    IF v_count < 10 THEN
      RETURN;
    END IF;
  ELSIF p_kind NOT IN ('everything_exported', 'signature_flood') THEN
    RETURN;
  END IF;
  INSERT INTO security_alerts (org_id, kind, day, user_id, facts, created_at)
    VALUES (p_org, p_kind, (p_at AT TIME ZONE 'UTC')::date, p_user,
      p_facts || CASE WHEN v_count IS NULL THEN '{}' ELSE jsonb_build_object('count', v_count) END, p_at)
    ON CONFLICT DO NOTHING;
END $$;--> statement-breakpoint

-- One organization's part of `record_security_event`. The first of an hour is an act in the audit log too, when
-- somebody was kept out. Not for the app role.
CREATE FUNCTION record_security_event_in(
  p_org uuid, p_id uuid, p_at timestamptz, p_kind text, p_user uuid, p_key text, p_visit jsonb, p_facts jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_hour timestamptz := date_trunc('hour', p_at, 'UTC');
  v_key text := coalesce(p_user::text, '') || ':' || left(coalesce(p_key, ''), 200);
  v_is_first boolean;
BEGIN
  -- Whoever comes from ever new addresses fills no table: the rest of the hour is one row.
  IF (SELECT count(*) FROM security_events WHERE org_id = p_org AND kind = p_kind AND hour = v_hour
        AND user_id IS NOT DISTINCT FROM p_user AND subject_key <> v_key) >= 20 THEN
    v_key := coalesce(p_user::text, '') || ':*';
  END IF;
  INSERT INTO security_events AS known (org_id, id, kind, subject_key, hour, user_id, ip, user_agent, city, country,
      facts, first_at, last_at)
    VALUES (p_org, p_id, p_kind, v_key, v_hour, p_user, p_visit ->> 'ip', left(p_visit ->> 'userAgent', 400),
      left(p_visit ->> 'city', 100), left(p_visit ->> 'country', 2), p_facts, p_at, p_at)
    ON CONFLICT (org_id, kind, subject_key, hour)
      DO UPDATE SET count = known.count + 1, last_at = greatest(known.last_at, excluded.last_at)
    RETURNING count = 1 INTO v_is_first;
  IF v_is_first AND p_kind = 'login_failed' THEN
    PERFORM audit_append_in(p_org, p_at, 'visitor', NULL, 'session.refused', 'user', p_user::text,
      p_visit ->> 'ip', p_facts);
  ELSIF v_is_first AND p_kind = 'access_refused' THEN
    PERFORM audit_append_in(p_org, p_at, 'user', p_user::text, 'access.refused', 'organization', p_org::text,
      p_visit ->> 'ip', p_facts);
  END IF;
  PERFORM security_alert_when_grave(p_org, p_at, p_kind, p_user, p_facts);
END $$;--> statement-breakpoint

-- Keeps a sign of fraud or abuse: in p_org, else in the transaction's organization, else in every organization of
-- the user, else among the signs that belong to none. What repeats within the hour under one key is counted.
-- Answers in how many organizations it was kept.
CREATE FUNCTION record_security_event(
  p_id uuid, p_at timestamptz, p_kind text, p_user uuid, p_org uuid, p_key text, p_visit jsonb, p_facts jsonb
) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_org uuid := coalesce(p_org, app_org_id());
  v_orgs uuid[];
BEGIN
  IF v_org IS NOT NULL THEN
    v_orgs := ARRAY[v_org];
  ELSE
    -- In one order, so that two at once wait for each other instead of locking both.
    v_orgs := ARRAY(SELECT org_id FROM memberships WHERE user_id = p_user AND state = 'active' ORDER BY org_id);
  END IF;
  FOREACH v_org IN ARRAY v_orgs LOOP
    PERFORM record_security_event_in(v_org, p_id, p_at, p_kind, p_user, p_key, coalesce(p_visit, '{}'), p_facts);
  END LOOP;
  IF v_orgs = '{}' THEN
    INSERT INTO abuse_signs AS known (id, kind, subject_key, hour, ip, facts, first_at, last_at)
      VALUES (p_id, p_kind, left(coalesce(p_key, ''), 200), date_trunc('hour', p_at, 'UTC'), p_visit ->> 'ip', p_facts,
        p_at, p_at)
      ON CONFLICT (kind, subject_key, hour)
        DO UPDATE SET count = known.count + 1, last_at = greatest(known.last_at, excluded.last_at);
  END IF;
  RETURN cardinality(v_orgs);
END $$;--> statement-breakpoint

-- Deletes signs that are older than 90 days, at most p_limit of each table; answers how many.
CREATE FUNCTION purge_security_events(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_due timestamptz := least(p_now, now()) - interval '90 days';
  v_events integer;
  v_signs integer;
BEGIN
  DELETE FROM security_events WHERE (org_id, id) IN (
    SELECT org_id, id FROM security_events WHERE last_at < v_due ORDER BY last_at LIMIT least(p_limit, 1000));
  GET DIAGNOSTICS v_events = ROW_COUNT;
  DELETE FROM abuse_signs WHERE id IN (
    SELECT id FROM abuse_signs WHERE last_at < v_due ORDER BY last_at LIMIT least(p_limit, 1000));
  GET DIAGNOSTICS v_signs = ROW_COUNT;
  RETURN v_events + v_signs;
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION
  audit_append_in(uuid, timestamptz, text, text, text, text, text, text, jsonb),
  security_alert_when_grave(uuid, timestamptz, text, uuid, jsonb),
  record_security_event_in(uuid, uuid, timestamptz, text, uuid, text, jsonb, jsonb),
  record_security_event(uuid, timestamptz, text, uuid, uuid, text, jsonb, jsonb),
  purge_security_events(timestamptz, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  record_security_event(uuid, timestamptz, text, uuid, uuid, text, jsonb, jsonb),
  purge_security_events(timestamptz, integer) TO orucrm_app;
