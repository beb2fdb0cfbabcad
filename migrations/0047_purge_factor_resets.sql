CREATE OR REPLACE FUNCTION account_purge_stale(p_limit integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_limit integer := least(p_limit, 1000);
  v_sessions integer;
  v_links integer;
  v_devices integer;
  v_resets integer;
  v_accounts integer := 0;
  v_user uuid;
BEGIN
  DELETE FROM sessions WHERE id IN (
    SELECT id FROM sessions WHERE expires_at < now() - interval '90 days'
    ORDER BY expires_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS v_sessions = ROW_COUNT;
  DELETE FROM email_tokens WHERE id IN (
    SELECT id FROM email_tokens WHERE expires_at < now() - interval '7 days'
    ORDER BY expires_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS v_links = ROW_COUNT;
  DELETE FROM known_devices WHERE (user_id, device_hash) IN (
    SELECT user_id, device_hash FROM known_devices WHERE last_seen_at < now() - interval '1 year'
    ORDER BY last_seen_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS v_devices = ROW_COUNT;
  -- One that waits for its person stays, however long.
  DELETE FROM factor_resets WHERE id IN (
    SELECT id FROM factor_resets WHERE link_expires_at < now() - interval '90 days'
      AND (effective_at IS NULL OR cancelled_at IS NOT NULL OR finished_at IS NOT NULL)
    ORDER BY link_expires_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS v_resets = ROW_COUNT;
  -- Each takes an organization with it, so fewer at once.
  FOR v_user IN
    SELECT u.id FROM users u
    WHERE u.email_verified_at IS NULL AND u.updated_at < now() - interval '7 days'
      AND NOT EXISTS (SELECT FROM email_tokens t
        WHERE t.user_id = u.id AND t.used_at IS NULL AND t.expires_at > now())
    ORDER BY u.updated_at LIMIT least(v_limit, 100) FOR UPDATE OF u SKIP LOCKED
  LOOP
    IF account_remove_unverified(v_user) THEN
      v_accounts := v_accounts + 1;
    END IF;
  END LOOP;
  RETURN jsonb_build_object('sessions', v_sessions, 'links', v_links, 'devices', v_devices,
    'factorResets', v_resets, 'accounts', v_accounts);
END $$;
