SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery_attempts TO orucrm_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON delivery_replays, delivery_retention TO orucrm_app;--> statement-breakpoint

-- Takes what shops sent out of deliveries that are older than their organization keeps it, and remembers how far that
-- is done. Answers how much it did, about p_limit at most: each delivery and each organization counts; 0 is the end.
CREATE FUNCTION clear_delivery_contents(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_today timestamptz := date_trunc('day', least(p_now, now()), 'UTC');
  v_left integer := least(p_limit, 5000);
  v_cleared integer;
  v_last timestamptz;
  v_org record;
BEGIN
  FOR v_org IN
    SELECT o.id, v_today - make_interval(days => coalesce(r.days, 90)) AS due, coalesce(r.days, 90) AS days,
      coalesce(r.cleared_until, '-infinity') AS since
    FROM organizations o LEFT JOIN delivery_retention r ON r.org_id = o.id
    WHERE coalesce(r.cleared_until, '-infinity') < v_today - make_interval(days => coalesce(r.days, 90))
    ORDER BY r.cleared_until NULLS FIRST, o.id
    LIMIT v_left
  LOOP
    EXIT WHEN v_left <= 0;
    WITH page AS (
      SELECT received_at, id FROM deliveries
      WHERE org_id = v_org.id AND received_at >= v_org.since AND received_at < v_org.due
        AND (body IS NOT NULL OR headers <> '{}')
      ORDER BY received_at, id LIMIT v_left),
    cleared AS (
      UPDATE deliveries d SET body = NULL, headers = '{}' FROM page p
      WHERE d.org_id = v_org.id AND d.received_at = p.received_at AND d.id = p.id
      RETURNING d.received_at)
    SELECT count(*), max(received_at) INTO v_cleared, v_last FROM cleared;
    INSERT INTO delivery_retention (org_id, days, cleared_until)
    VALUES (v_org.id, v_org.days, CASE WHEN v_cleared < v_left THEN v_org.due ELSE v_last END)
    ON CONFLICT (org_id) DO UPDATE SET cleared_until = excluded.cleared_until;
    v_left := v_left - v_cleared - 1;
  END LOOP;
  RETURN least(p_limit, 5000) - v_left;
END $$;--> statement-breakpoint

-- Drops the months of deliveries whose last day is 90 days old, and what of other tables or months is as old, at most
-- p_limit rows of each. A month that is being read or written waits for the next night. Answers names and counts.
CREATE FUNCTION drop_old_deliveries(p_now timestamptz, p_limit integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET lock_timeout = '2s'
AS $$
DECLARE
  v_due timestamptz := date_trunc('day', least(p_now, now()), 'UTC') - interval '90 days';
  v_name text;
  v_dropped text[] := '{}';
  v_strays integer;
  v_attempts integer;
  v_replays integer;
BEGIN
  FOR v_name IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'public.deliveries'::regclass AND c.relname ~ '^deliveries_\d{4}_\d{2}$'
      AND to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= v_due AT TIME ZONE 'UTC'
    ORDER BY c.relname
  LOOP
    BEGIN
      EXECUTE format('DROP TABLE public.%I', v_name);
      v_dropped := v_dropped || v_name;
    EXCEPTION WHEN lock_not_available THEN
      EXIT;
    END;
  END LOOP;
  DELETE FROM deliveries_other WHERE (org_id, received_at, id) IN (
    SELECT org_id, received_at, id FROM deliveries_other WHERE received_at < v_due LIMIT least(p_limit, 5000));
  GET DIAGNOSTICS v_strays = ROW_COUNT;
  DELETE FROM delivery_attempts WHERE (org_id, delivery_id, number) IN (
    SELECT org_id, delivery_id, number FROM delivery_attempts WHERE received_at < v_due
    LIMIT least(p_limit, 5000));
  GET DIAGNOSTICS v_attempts = ROW_COUNT;
  UPDATE delivery_replays r SET selection = NULL FROM jobs j
    WHERE r.selection IS NOT NULL AND j.org_id = r.org_id AND j.id = r.job_id
      AND j.state NOT IN ('queued', 'running');
  DELETE FROM delivery_replays WHERE (org_id, id) IN (
    SELECT org_id, id FROM delivery_replays WHERE expires_at <= least(p_now, now())
    LIMIT least(p_limit, 5000));
  GET DIAGNOSTICS v_replays = ROW_COUNT;
  RETURN jsonb_build_object('months', v_dropped, 'strays', v_strays, 'attempts', v_attempts, 'replays', v_replays);
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION clear_delivery_contents(timestamptz, integer), drop_old_deliveries(timestamptz, integer)
  FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION clear_delivery_contents(timestamptz, integer), drop_old_deliveries(timestamptz, integer)
  TO orucrm_app;
