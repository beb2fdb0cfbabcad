SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT ON connection_hours, silences TO orucrm_app;--> statement-breakpoint
GRANT SELECT, UPDATE ON connection_watches TO orucrm_app;--> statement-breakpoint

-- When the sweep last looked into every inbox, and how many deliveries waited there: one row, of nobody.
CREATE TABLE ingress_pulse (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  swept_at timestamptz NOT NULL,
  waiting integer NOT NULL
);--> statement-breakpoint

CREATE FUNCTION tell_ingress_pulse(p_at timestamptz, p_waiting integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  INSERT INTO ingress_pulse AS known (swept_at, waiting) VALUES (p_at, p_waiting)
  ON CONFLICT (is_only) DO UPDATE SET swept_at = excluded.swept_at, waiting = excluded.waiting
    WHERE known.swept_at < excluded.swept_at
$$;--> statement-breakpoint

-- Counts the hours of the next connections with deliveries that are not counted, at most a week of each, from three
-- hours before what was counted; counting an hour again gives what is in it now. Answers how many connections it were.
CREATE FUNCTION count_connection_hours(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_next record;
  v_from timestamptz;
  v_to timestamptz;
  v_count integer := 0;
BEGIN
  INSERT INTO connection_watches (org_id, connection_id, next_look_at)
    SELECT c.org_id, c.id, p_now FROM connections c
    WHERE c.removed_at IS NULL AND c.last_delivery_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM connection_watches w WHERE w.org_id = c.org_id AND w.connection_id = c.id)
    ORDER BY c.org_id, c.id LIMIT 1000
    ON CONFLICT DO NOTHING;
  FOR v_next IN
    SELECT w.org_id, w.connection_id, w.counted_until, w.counted_delivery_at, c.last_delivery_at
    FROM connection_watches w JOIN connections c ON c.org_id = w.org_id AND c.id = w.connection_id
    WHERE w.counted_delivery_at IS DISTINCT FROM c.last_delivery_at OR w.counted_until <= c.last_delivery_at
    ORDER BY w.counted_until NULLS FIRST, w.org_id, w.connection_id
    LIMIT least(p_limit, 200) FOR UPDATE OF w SKIP LOCKED
  LOOP
    v_count := v_count + 1;
    -- greatest() passes over what is not known yet.
    v_from := date_trunc('hour', greatest(
      least(v_next.counted_until, v_next.counted_delivery_at) - interval '3 hours', p_now - interval '8 weeks'), 'UTC');
    v_to := least(v_from + interval '1 week', p_now);
    INSERT INTO connection_hours AS known (org_id, connection_id, hour, received, failed, needs_attention, timed,
        lag_sum_ms, lag_max_ms)
      SELECT v_next.org_id, v_next.connection_id, date_trunc('hour', d.received_at, 'UTC'), count(*),
        count(*) FILTER (WHERE d.outcome = 'failed'), count(*) FILTER (WHERE d.outcome = 'needs_attention'),
        count(l.ms), coalesce(sum(l.ms), 0), coalesce(max(l.ms), 0)
      FROM deliveries d CROSS JOIN LATERAL (
        SELECT CASE WHEN d.replayed_at IS NULL AND d.settled_at >= d.received_at
          THEN (extract(epoch FROM d.settled_at - d.received_at) * 1000)::bigint END AS ms) l
      WHERE d.org_id = v_next.org_id AND d.connection_id = v_next.connection_id
        AND d.received_at >= v_from AND d.received_at < v_to
      GROUP BY 3
      ON CONFLICT (org_id, connection_id, hour) DO UPDATE SET received = excluded.received,
        failed = excluded.failed, needs_attention = excluded.needs_attention, timed = excluded.timed,
        lag_sum_ms = excluded.lag_sum_ms, lag_max_ms = excluded.lag_max_ms;
    UPDATE connection_watches SET counted_until = v_to,
        counted_delivery_at = CASE WHEN v_to = p_now THEN v_next.last_delivery_at ELSE v_to END
      WHERE org_id = v_next.org_id AND connection_id = v_next.connection_id;
  END LOOP;
  RETURN v_count;
END $$;--> statement-breakpoint

-- Takes the next connections whose silence is to be looked at; nobody else takes one for ten minutes. Those that take
-- nothing in by our own doing are passed over, and their silence counts from when that ends.
CREATE FUNCTION claim_silence_looks(p_now timestamptz, p_limit integer)
RETURNS TABLE (org_id uuid, connection_id uuid, time_zone text, since timestamptz, rhythm jsonb,
  learned_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  UPDATE connection_watches w SET idle_until = p_now, next_look_at = p_now + interval '4 minutes'
    WHERE (w.org_id, w.connection_id) IN (
      SELECT i.org_id, i.connection_id FROM connection_watches i
      JOIN connections c ON c.org_id = i.org_id AND c.id = i.connection_id
      JOIN organizations o ON o.id = i.org_id
      WHERE i.next_look_at <= p_now AND (c.state <> 'live' OR o.state <> 'active')
      LIMIT 1000 FOR UPDATE OF i SKIP LOCKED);
  RETURN QUERY
    WITH due AS (
      SELECT w.org_id, w.connection_id FROM connection_watches w
      JOIN connections c ON c.org_id = w.org_id AND c.id = w.connection_id AND c.state = 'live' AND NOT c.is_sample
      JOIN organizations o ON o.id = w.org_id AND o.state = 'active'
      WHERE w.next_look_at <= p_now AND c.last_delivery_at IS NOT NULL
      ORDER BY w.next_look_at LIMIT least(p_limit, 500) FOR UPDATE OF w SKIP LOCKED)
    UPDATE connection_watches w SET next_look_at = p_now + interval '10 minutes'
    FROM due JOIN connections c ON c.org_id = due.org_id AND c.id = due.connection_id
    JOIN organizations o ON o.id = due.org_id
    WHERE w.org_id = due.org_id AND w.connection_id = due.connection_id
    RETURNING w.org_id, w.connection_id, o.time_zone, greatest(c.last_delivery_at, w.idle_until),
      w.rhythm, w.learned_at;
END $$;--> statement-breakpoint

-- Writes down a silence of the transaction's organization and tells the members with one of the roles; true when
-- nobody had noticed it. A delivery that came meanwhile means there is none.
CREATE FUNCTION raise_silence(p_connection uuid, p_since timestamptz, p_at timestamptz, p_one_in bigint,
  p_once_in_weeks integer, p_webhooks text, p_roles text[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_org uuid := app_org_id();
  v_name text;
BEGIN
  SELECT c.name INTO v_name FROM connections c
    WHERE c.org_id = v_org AND c.id = p_connection AND c.state = 'live' AND c.last_delivery_at <= p_since;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO silences (org_id, connection_id, since, noticed_at, one_in, once_in_weeks, webhooks)
    VALUES (v_org, p_connection, p_since, p_at, p_one_in, p_once_in_weeks, p_webhooks) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM notification_add(gen_random_uuid(), m.user_id, v_org,
      CASE WHEN p_webhooks IN ('missing', 'switched_off') THEN 'shop_switched_off' ELSE 'shop_silent' END, 'service',
      jsonb_build_object('connectionId', p_connection, 'connection', v_name, 'since', p_since,
        'hours', greatest(1, floor(extract(epoch FROM p_at - p_since) / 3600))::integer,
        'count', p_once_in_weeks),
      p_connection::text || ':' || p_since::text, true)
    FROM memberships m WHERE m.org_id = v_org AND m.state = 'active' AND m.role = ANY (p_roles);
  RETURN true;
END $$;--> statement-breakpoint

-- Ends silences that a delivery ended, or a pause; answers of which connections.
CREATE FUNCTION end_silences(p_now timestamptz, p_limit integer) RETURNS TABLE (org_id uuid, connection_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  UPDATE silences s SET ended_at = CASE WHEN c.last_delivery_at > s.since THEN c.last_delivery_at ELSE p_now END
  FROM (
    SELECT i.org_id, i.connection_id, i.since FROM silences i
    JOIN connections k ON k.org_id = i.org_id AND k.id = i.connection_id
    WHERE i.ended_at IS NULL AND (k.last_delivery_at > i.since OR k.state <> 'live')
    LIMIT least(p_limit, 1000) FOR UPDATE OF i SKIP LOCKED) over, connections c
  WHERE s.org_id = over.org_id AND s.connection_id = over.connection_id AND s.since = over.since
    AND c.org_id = s.org_id AND c.id = s.connection_id
  RETURNING s.org_id, s.connection_id
$$;--> statement-breakpoint

-- Forgets the next hours that are 13 weeks old and silences that are 400 days old; how many they were.
CREATE FUNCTION purge_connection_hours(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_hours integer;
  v_silences integer;
BEGIN
  DELETE FROM connection_hours h WHERE (h.org_id, h.connection_id, h.hour) IN (
    SELECT org_id, connection_id, hour FROM connection_hours
    WHERE hour < p_now - interval '13 weeks' ORDER BY hour LIMIT least(p_limit, 5000));
  GET DIAGNOSTICS v_hours = ROW_COUNT;
  DELETE FROM silences s WHERE (s.org_id, s.connection_id, s.since) IN (
    SELECT org_id, connection_id, since FROM silences
    WHERE noticed_at < p_now - interval '400 days' ORDER BY noticed_at LIMIT least(p_limit, 5000));
  GET DIAGNOSTICS v_silences = ROW_COUNT;
  RETURN v_hours + v_silences;
END $$;--> statement-breakpoint

-- How deliveries of everybody fared in this hour and the one before, as sums that name nobody.
CREATE FUNCTION ingress_state(p_now timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object(
    'sweptAt', (SELECT swept_at FROM ingress_pulse),
    'waiting', (SELECT waiting FROM ingress_pulse),
    'received', coalesce(sum(received), 0),
    'failed', coalesce(sum(failed), 0),
    'lagMs', CASE WHEN sum(timed) > 0 THEN (sum(lag_sum_ms) / sum(timed))::bigint END)
  FROM connection_hours WHERE hour >= date_trunc('hour', p_now, 'UTC') - interval '1 hour' AND hour <= p_now
$$;--> statement-breakpoint

REVOKE ALL ON FUNCTION
  tell_ingress_pulse(timestamptz, integer), count_connection_hours(timestamptz, integer),
  claim_silence_looks(timestamptz, integer), end_silences(timestamptz, integer),
  raise_silence(uuid, timestamptz, timestamptz, bigint, integer, text, text[]),
  purge_connection_hours(timestamptz, integer), ingress_state(timestamptz) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  tell_ingress_pulse(timestamptz, integer), count_connection_hours(timestamptz, integer),
  claim_silence_looks(timestamptz, integer), end_silences(timestamptz, integer),
  raise_silence(uuid, timestamptz, timestamptz, bigint, integer, text, text[]),
  purge_connection_hours(timestamptz, integer), ingress_state(timestamptz) TO orucrm_app;
