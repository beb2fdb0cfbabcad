SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON shop_polls, receipts, receipt_gaps, unread_records TO orucrm_app;--> statement-breakpoint

-- Takes the next connections whose shop is to be asked: for what changed ('poll'), or for receipts ('count'). Nobody else
-- takes one for p_minutes; whoever asked says when the next time is.
CREATE FUNCTION claim_shop_work(p_work text, p_limit integer, p_minutes integer)
RETURNS TABLE (org_id uuid, connection_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  v_until timestamptz := now() + make_interval(mins => least(p_minutes, 1440));
BEGIN
  INSERT INTO shop_polls (org_id, connection_id, next_poll_at, next_count_at)
    SELECT k.org_id, k.connection_id, now(), now() FROM connection_credentials k
    WHERE NOT EXISTS (SELECT FROM shop_polls p WHERE p.org_id = k.org_id AND p.connection_id = k.connection_id)
    ORDER BY k.org_id, k.connection_id LIMIT least(p_limit, 500)
    ON CONFLICT DO NOTHING;
  RETURN QUERY
    WITH due AS (
      SELECT p.org_id, p.connection_id FROM shop_polls p
      JOIN connections c ON c.org_id = p.org_id AND c.id = p.connection_id AND c.state IN ('waiting', 'live')
      JOIN connection_credentials k ON k.org_id = p.org_id AND k.connection_id = p.connection_id
        AND k.broken_at IS NULL
      JOIN organizations o ON o.id = p.org_id AND o.state = 'active'
      WHERE CASE WHEN p_work = 'poll' THEN p.next_poll_at ELSE p.next_count_at END <= now()
      ORDER BY CASE WHEN p_work = 'poll' THEN p.next_poll_at ELSE p.next_count_at END
      LIMIT least(p_limit, 500) FOR UPDATE OF p SKIP LOCKED)
    UPDATE shop_polls p SET
      next_poll_at = CASE WHEN p_work = 'poll' THEN v_until ELSE p.next_poll_at END,
      next_count_at = CASE WHEN p_work = 'poll' THEN p.next_count_at ELSE v_until END
    FROM due WHERE p.org_id = due.org_id AND p.connection_id = due.connection_id
    RETURNING p.org_id, p.connection_id;
END $$;--> statement-breakpoint

-- Forgets the next receipts that are older than the trend goes back; how many they were.
CREATE FUNCTION purge_receipts(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_count integer;
BEGIN
  DELETE FROM receipts r WHERE (r.org_id, r.connection_id, r.day, r.currency) IN (
    SELECT org_id, connection_id, day, currency FROM receipts
    WHERE day < current_date - 400 ORDER BY day LIMIT least(p_limit, 5000));
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION claim_shop_work(text, integer, integer), purge_receipts(integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION claim_shop_work(text, integer, integer), purge_receipts(integer) TO orucrm_app;
