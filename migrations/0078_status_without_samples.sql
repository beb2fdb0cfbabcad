-- As before, without sample shops: what they bring is made up, and its times too.
CREATE OR REPLACE FUNCTION ingress_state(p_now timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object(
    'sweptAt', (SELECT swept_at FROM ingress_pulse),
    'waiting', (SELECT waiting FROM ingress_pulse),
    'received', coalesce(sum(h.received), 0),
    'failed', coalesce(sum(h.failed), 0),
    'lagMs', CASE WHEN sum(h.timed) > 0 THEN (sum(h.lag_sum_ms) / sum(h.timed))::bigint END)
  FROM connection_hours h
  JOIN connections c ON c.org_id = h.org_id AND c.id = h.connection_id AND NOT c.is_sample
  WHERE h.hour >= date_trunc('hour', p_now, 'UTC') - interval '1 hour' AND h.hour <= p_now
$$;
