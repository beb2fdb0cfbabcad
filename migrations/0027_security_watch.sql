DROP INDEX "security_alerts_due_idx";--> statement-breakpoint
ALTER TABLE "security_alerts" DROP COLUMN "claimed_at";--> statement-breakpoint
ALTER TABLE "security_alerts" DROP COLUMN "sent_at";--> statement-breakpoint

-- What is grave is told to the Admins, in the app and by mail, at most once per kind and day. Not for the app role.
CREATE OR REPLACE FUNCTION security_alert_when_grave(
  p_org uuid, p_at timestamptz, p_kind text, p_user uuid, p_facts jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_count integer;
  v_day date := (p_at AT TIME ZONE 'UTC')::date;
  v_facts jsonb := p_facts;
BEGIN
  IF p_kind = 'login_failed' AND p_user IS NOT NULL THEN
    SELECT sum(count) INTO v_count FROM security_events
      WHERE org_id = p_org AND kind = p_kind AND user_id = p_user AND last_at > p_at - interval '1 hour';
    IF v_count < 10 THEN
      RETURN;
    END IF;
    v_facts := p_facts || jsonb_build_object('count', v_count);
  ELSIF p_kind NOT IN ('everything_exported', 'signature_flood') THEN
    RETURN;
  END IF;
  INSERT INTO security_alerts (org_id, kind, day, user_id, facts, created_at)
    VALUES (p_org, p_kind, v_day, p_user, v_facts, p_at) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    PERFORM notification_add(gen_random_uuid(), m.user_id, p_org, 'grave_' || p_kind, 'security', v_facts,
        p_org::text || ':' || v_day::text, true)
      FROM memberships m WHERE m.org_id = p_org AND m.role = 'admin' AND m.state = 'active';
  END IF;
END $$;--> statement-breakpoint

-- Counts of requests that inboxes turned away: [{orgId, connectionId, minute, reason, count}]. The greater count
-- of a minute stands, so that telling it twice changes nothing. A hundred wrong signatures of a connection within an
-- hour are a sign of abuse, once in that hour.
CREATE OR REPLACE FUNCTION record_refusals(p_counts jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_rows integer;
  v_flood record;
BEGIN
  INSERT INTO refusals AS known (org_id, connection_id, minute, reason, count)
  SELECT c.org_id, c.id, told.minute, told.reason, max(told.count)
  FROM jsonb_to_recordset(p_counts) AS told("orgId" uuid, "connectionId" uuid, minute timestamptz, reason text, count integer)
  JOIN connections c ON c.org_id = told."orgId" AND c.id = told."connectionId"
  GROUP BY 1, 2, 3, 4
  ON CONFLICT (org_id, connection_id, minute, reason) DO UPDATE SET count = greatest(known.count, excluded.count);
  GET DIAGNOSTICS v_rows = ROW_COUNT;
  FOR v_flood IN
    SELECT r.org_id, r.connection_id, max(r.minute) AS at, sum(r.count) AS count,
        date_trunc('hour', r.minute, 'UTC') AS hour
    FROM refusals r JOIN (
      SELECT DISTINCT told."orgId" AS org_id, told."connectionId" AS connection_id,
        date_trunc('hour', told.minute, 'UTC') AS hour
      FROM jsonb_to_recordset(p_counts) AS told("orgId" uuid, "connectionId" uuid, minute timestamptz, reason text)
      WHERE told.reason = 'bad_signature') t
      ON t.org_id = r.org_id AND t.connection_id = r.connection_id AND t.hour = date_trunc('hour', r.minute, 'UTC')
    WHERE r.reason = 'bad_signature'
    GROUP BY r.org_id, r.connection_id, date_trunc('hour', r.minute, 'UTC')
    HAVING sum(r.count) >= 100
    ORDER BY r.org_id, r.connection_id
  LOOP
    IF NOT EXISTS (SELECT FROM security_events WHERE org_id = v_flood.org_id AND kind = 'signature_flood'
        AND subject_key = ':' || v_flood.connection_id AND hour = v_flood.hour) THEN
      PERFORM record_security_event(gen_random_uuid(), v_flood.at, 'signature_flood', NULL, v_flood.org_id,
        v_flood.connection_id::text, '{}',
        jsonb_build_object('connectionId', v_flood.connection_id, 'count', v_flood.count));
    END IF;
  END LOOP;
  RETURN v_rows;
END $$;--> statement-breakpoint

-- One audit row in each organization of the user, and a notification where they are to know. The device is that of
-- p_session, or of a session that this transaction began. Not for the app role.
CREATE OR REPLACE FUNCTION account_audit(
  p_user uuid, p_action text, p_ip text, p_facts jsonb, p_session uuid DEFAULT NULL
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
      p_facts, NULL, NULL, v_session);
  END LOOP;
  PERFORM set_config('app.org_id', v_before, true);
  PERFORM account_notify(p_user, p_action, p_facts);
END $$;--> statement-breakpoint

-- Whether active members of the transaction's organization have a second factor.
CREATE FUNCTION organization_factors() RETURNS TABLE (user_id uuid, has_factor boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT m.user_id, user_has_factor(m.user_id) FROM memberships m
  WHERE m.org_id = app_org_id() AND m.state = 'active'
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION organization_factors() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION organization_factors() TO orucrm_app;
