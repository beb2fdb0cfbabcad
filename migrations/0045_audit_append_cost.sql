-- Sessions that are lent anew for each request plan every statement anew: few and plain ones.
CREATE OR REPLACE FUNCTION audit_append(
  p_id uuid, p_at timestamptz, p_actor_kind text, p_actor_id text, p_action text,
  p_subject_kind text, p_subject_id text, p_ip text, p_facts jsonb, p_before jsonb, p_after jsonb,
  p_session uuid DEFAULT NULL
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_org uuid := app_org_id();
  v_salt text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
  v audit_log;
BEGIN
  LOOP
    SELECT h.org_id, h.seq + 1, p_id, p_at, p_actor_kind, p_actor_id, p_action, p_subject_kind, p_subject_id, p_ip,
        p_facts,
        CASE WHEN p_before IS NULL AND p_after IS NULL THEN '' ELSE audit_values_digest(v_salt, p_before, p_after) END,
        h.hash, '', (SELECT left(s.user_agent, 200) FROM sessions s WHERE s.id = p_session)
      INTO v FROM audit_heads h WHERE h.org_id = v_org FOR UPDATE OF h;
    EXIT WHEN FOUND;
    IF v_org IS NULL THEN
      RAISE EXCEPTION 'audit_append outside of an organization' USING ERRCODE = 'OR404';
    END IF;
    INSERT INTO audit_heads (org_id, seq, hash) VALUES (v_org, 0, '') ON CONFLICT (org_id) DO NOTHING;
  END LOOP;
  v.hash := audit_row_hash(v);
  IF v.values_digest <> '' THEN
    INSERT INTO audit_values (org_id, seq, salt, before, after) VALUES (v_org, v.seq, v_salt, p_before, p_after);
  END IF;
  INSERT INTO audit_log VALUES (v.*);
  UPDATE audit_heads SET seq = v.seq, hash = v.hash WHERE org_id = v_org;
  RETURN v.seq;
END $$;--> statement-breakpoint

-- Without SET clauses, so that they become a part of whoever calls; their names were resolved when they were made.
CREATE OR REPLACE FUNCTION audit_row_hash(r audit_log) RETURNS text
LANGUAGE sql STABLE
RETURN encode(sha256(convert_to((jsonb_build_array(
    r.org_id, r.seq, r.id, to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.actor_kind, r.actor_id,
    r.action, r.subject_kind, r.subject_id, r.ip, r.facts, r.values_digest, r.prev_hash)
    || CASE WHEN r.device IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(r.device) END)::text, 'UTF8')), 'hex');--> statement-breakpoint
ALTER FUNCTION audit_row_hash(audit_log) RESET ALL;--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_values_digest(p_salt text, p_before jsonb, p_after jsonb) RETURNS text
LANGUAGE sql STABLE
RETURN encode(sha256(convert_to(jsonb_build_array(p_salt, p_before, p_after)::text, 'UTF8')), 'hex');--> statement-breakpoint
ALTER FUNCTION audit_values_digest(text, jsonb, jsonb) RESET ALL;
