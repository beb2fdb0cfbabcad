-- Nothing is looked up that is not needed, and the two digests (audit_values_digest, audit_row_hash) are written out
-- here as expressions: a session that is lent anew plans every statement and every function in it anew.
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
  LOOP
    SELECT seq + 1, hash INTO v_seq, v_prev FROM audit_heads WHERE org_id = v_org FOR UPDATE;
    EXIT WHEN FOUND;
    IF v_org IS NULL THEN
      RAISE EXCEPTION 'audit_append outside of an organization' USING ERRCODE = 'OR404';
    END IF;
    INSERT INTO audit_heads (org_id, seq, hash) VALUES (v_org, 0, '') ON CONFLICT (org_id) DO NOTHING;
  END LOOP;
  IF p_session IS NOT NULL THEN
    SELECT left(user_agent, 200) INTO v_device FROM sessions WHERE id = p_session;
  END IF;
  IF p_before IS NOT NULL OR p_after IS NOT NULL THEN
    v_salt := encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex');
    v_digest := encode(sha256(convert_to(jsonb_build_array(v_salt, p_before, p_after)::text, 'UTF8')), 'hex');
    INSERT INTO audit_values (org_id, seq, salt, before, after) VALUES (v_org, v_seq, v_salt, p_before, p_after);
  END IF;
  v_hash := encode(sha256(convert_to((jsonb_build_array(
      v_org, v_seq, p_id, to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_actor_kind, p_actor_id,
      p_action, p_subject_kind, p_subject_id, p_ip, p_facts, v_digest, v_prev)
    || CASE WHEN v_device IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(v_device) END)::text, 'UTF8')), 'hex');
  INSERT INTO audit_log (org_id, seq, id, at, actor_kind, actor_id, action, subject_kind, subject_id, ip, facts,
      values_digest, prev_hash, hash, device)
    VALUES (v_org, v_seq, p_id, p_at, p_actor_kind, p_actor_id, p_action, p_subject_kind, p_subject_id, p_ip, p_facts,
      v_digest, v_prev, v_hash, v_device);
  UPDATE audit_heads SET seq = v_seq, hash = v_hash WHERE org_id = v_org;
  RETURN v_seq;
END $$;
