ALTER TABLE "audit_heads" ADD COLUMN "anchored_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD COLUMN "anchored_on" date;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "device" text;--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("org_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_log_action_idx" ON "audit_log" USING btree ("org_id","action","seq");--> statement-breakpoint
CREATE INDEX "audit_log_subject_idx" ON "audit_log" USING btree ("org_id","subject_id","seq");--> statement-breakpoint

-- What a row's hash must be. `audit_append` and the verifier share it. A row without a device is hashed as before
-- there were any.
CREATE FUNCTION audit_row_hash(r audit_log) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT encode(sha256(convert_to((jsonb_build_array(
    r.org_id, r.seq, r.id, to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.actor_kind, r.actor_id,
    r.action, r.subject_kind, r.subject_id, r.ip, r.facts, r.values_digest, r.prev_hash)
    || CASE WHEN r.device IS NULL THEN '[]' ELSE jsonb_build_array(r.device) END)::text, 'UTF8')), 'hex')
$$;--> statement-breakpoint

CREATE FUNCTION audit_values_digest(p_salt text, p_before jsonb, p_after jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(p_salt, p_before, p_after)::text, 'UTF8')), 'hex')
$$;--> statement-breakpoint

-- Adds one row to the organization's audit chain, with the device of the session that acts. The head row serializes
-- writers of one organization only.
DROP FUNCTION audit_append(uuid, timestamptz, text, text, text, text, text, text, jsonb, jsonb, jsonb);--> statement-breakpoint
CREATE FUNCTION audit_append(
  p_id uuid, p_at timestamptz, p_actor_kind text, p_actor_id text, p_action text,
  p_subject_kind text, p_subject_id text, p_ip text, p_facts jsonb, p_before jsonb, p_after jsonb,
  p_session uuid DEFAULT NULL
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v audit_log;
  v_salt text;
BEGIN
  v.org_id := app_org_id();
  IF v.org_id IS NULL THEN
    RAISE EXCEPTION 'audit_append outside of an organization' USING ERRCODE = 'OR404';
  END IF;
  INSERT INTO audit_heads (org_id, seq, hash) VALUES (v.org_id, 0, '') ON CONFLICT (org_id) DO NOTHING;
  SELECT seq + 1, hash INTO v.seq, v.prev_hash FROM audit_heads WHERE org_id = v.org_id FOR UPDATE;
  v.values_digest := '';
  IF p_before IS NOT NULL OR p_after IS NOT NULL THEN
    v_salt := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
    v.values_digest := audit_values_digest(v_salt, p_before, p_after);
    INSERT INTO audit_values (org_id, seq, salt, before, after) VALUES (v.org_id, v.seq, v_salt, p_before, p_after);
  END IF;
  v.id := p_id;
  v.at := p_at;
  v.actor_kind := p_actor_kind;
  v.actor_id := p_actor_id;
  v.action := p_action;
  v.subject_kind := p_subject_kind;
  v.subject_id := p_subject_id;
  v.ip := p_ip;
  v.facts := p_facts;
  IF p_session IS NOT NULL THEN
    v.device := (SELECT left(user_agent, 200) FROM sessions WHERE id = p_session);
  END IF;
  v.hash := audit_row_hash(v);
  INSERT INTO audit_log VALUES (v.*);
  UPDATE audit_heads SET seq = v.seq, hash = v.hash WHERE org_id = v.org_id;
  RETURN v.seq;
END $$;--> statement-breakpoint

-- One audit row in each organization of the user. Not for the app role.
DROP FUNCTION account_audit(uuid, text, text, jsonb);--> statement-breakpoint
CREATE FUNCTION account_audit(p_user uuid, p_action text, p_ip text, p_facts jsonb, p_session uuid DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_before text := coalesce(current_setting('app.org_id', true), '');
  v_org uuid;
BEGIN
  -- In one order, so that two acts at once wait for each other instead of locking both.
  FOR v_org IN
    SELECT org_id FROM memberships WHERE user_id = p_user AND state = 'active' ORDER BY org_id
  LOOP
    PERFORM set_config('app.org_id', v_org::text, true);
    PERFORM audit_append(gen_random_uuid(), now(), 'user', p_user::text, p_action, 'user', p_user::text, p_ip,
      p_facts, NULL, NULL, p_session);
  END LOOP;
  PERFORM set_config('app.org_id', v_before, true);
END $$;--> statement-breakpoint

-- Checks the rows after p_after, at most p_limit, of the transaction's organization: that none is missing, each
-- follows from the one before it, nothing in it or in its values was changed, and that those which an anchor outside
-- of the database names are still the same. p_anchors: [{seq, hash}]. Values that are gone were erased.
-- {checked, erased, anchors, last, isEnd, broken: {seq, why} | null}; `last` is the next call's p_after.
CREATE FUNCTION audit_verify_page(p_after bigint, p_limit integer, p_anchors jsonb DEFAULT '[]') RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_org uuid := app_org_id();
  v_head record;
  v_prev text := '';
  v_why text;
  v_erased integer := 0;
  v_anchors integer := 0;
  v_seq bigint := p_after;
  v_row record;
  v_to bigint := p_after + least(greatest(p_limit, 1), 5000);
BEGIN
  IF v_org IS NULL THEN
    RAISE EXCEPTION 'audit_verify_page outside of an organization' USING ERRCODE = 'OR404';
  END IF;
  SELECT seq, hash INTO v_head FROM audit_heads WHERE org_id = v_org;
  IF p_after > 0 THEN
    SELECT hash INTO v_prev FROM audit_log WHERE org_id = v_org AND seq = p_after;
  END IF;
  FOR v_row IN
    SELECT l.seq, l.hash, l.prev_hash, l.values_digest, v.seq IS NOT NULL AS has_values,
      audit_row_hash(l) AS right_hash,
      CASE WHEN v.seq IS NOT NULL THEN audit_values_digest(v.salt, v.before, v.after) END AS digest,
      EXISTS (SELECT FROM jsonb_to_recordset(p_anchors) AS a (seq bigint, hash text) WHERE a.seq = l.seq) AS is_anchored,
      EXISTS (SELECT FROM jsonb_to_recordset(p_anchors) AS a (seq bigint, hash text)
        WHERE a.seq = l.seq AND a.hash IS DISTINCT FROM l.hash) AS is_foreign
    FROM audit_log l LEFT JOIN audit_values v ON v.org_id = l.org_id AND v.seq = l.seq
    WHERE l.org_id = v_org AND l.seq > p_after AND l.seq <= v_to
    ORDER BY l.seq
  LOOP
    v_why := CASE
      WHEN v_row.seq <> v_seq + 1 THEN 'missing'
      WHEN v_row.right_hash <> v_row.hash THEN 'changed'
      WHEN v_row.prev_hash IS DISTINCT FROM v_prev THEN 'unlinked'
      WHEN v_row.has_values AND v_row.digest <> v_row.values_digest THEN 'values_changed'
      WHEN v_row.is_foreign THEN 'not_as_anchored'
    END;
    IF v_why IS NOT NULL THEN
      RETURN jsonb_build_object('checked', v_seq - p_after, 'erased', v_erased, 'anchors', v_anchors, 'last', v_seq,
        'isEnd', true, 'broken', jsonb_build_object('seq', v_seq + 1, 'why', v_why));
    END IF;
    v_seq := v_row.seq;
    v_prev := v_row.hash;
    IF v_row.values_digest <> '' AND NOT v_row.has_values THEN
      v_erased := v_erased + 1;
    END IF;
    IF v_row.is_anchored THEN
      v_anchors := v_anchors + 1;
    END IF;
  END LOOP;
  -- More rows than the page has: the end is another page's to judge.
  IF v_seq = v_to AND EXISTS (SELECT FROM audit_log WHERE org_id = v_org AND seq > v_to) THEN
    RETURN jsonb_build_object('checked', v_seq - p_after, 'erased', v_erased, 'anchors', v_anchors, 'last', v_seq,
      'isEnd', false, 'broken', NULL);
  END IF;
  v_why := CASE
    WHEN EXISTS (SELECT FROM audit_log WHERE org_id = v_org AND (seq > v_seq OR seq < 1)) THEN 'missing'
    WHEN EXISTS (SELECT FROM jsonb_to_recordset(p_anchors) AS a (seq bigint) WHERE a.seq > v_seq) THEN 'cut'
    WHEN coalesce(v_head.seq, 0) > v_seq THEN 'cut'
    WHEN coalesce(v_head.seq, 0) <> v_seq OR coalesce(v_head.hash, '') IS DISTINCT FROM v_prev THEN 'head_changed'
  END;
  RETURN jsonb_build_object('checked', v_seq - p_after, 'erased', v_erased, 'anchors', v_anchors, 'last', v_seq,
    'isEnd', true, 'broken',
    CASE WHEN v_why IS NULL THEN NULL
      ELSE jsonb_build_object('seq', CASE WHEN v_why = 'head_changed' THEN v_seq ELSE v_seq + 1 END, 'why', v_why) END);
END $$;--> statement-breakpoint

-- Erases before and after of the acts of and on the given ids, in the transaction's organization; the chain stays
-- whole. Answers how many.
CREATE FUNCTION audit_erase_values(p_ids text[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_rows integer;
BEGIN
  DELETE FROM audit_values v USING audit_log l
    WHERE v.org_id = app_org_id() AND l.org_id = v.org_id AND l.seq = v.seq
      AND (l.subject_id = ANY (p_ids) OR l.actor_id = ANY (p_ids));
  GET DIAGNOSTICS v_rows = ROW_COUNT;
  RETURN v_rows;
END $$;--> statement-breakpoint

-- Heads that went on since they were last written outside of the database, which a day allows once; those that waited
-- longest come first.
CREATE FUNCTION list_audit_heads(p_day date, p_limit integer) RETURNS TABLE (org_id uuid, seq bigint, hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT h.org_id, h.seq, h.hash FROM audit_heads h
  WHERE h.seq <> h.anchored_seq AND (h.anchored_on IS NULL OR h.anchored_on < p_day)
  ORDER BY h.anchored_on NULLS FIRST, h.org_id LIMIT least(p_limit, 1000)
$$;--> statement-breakpoint

-- Notes that heads were written: [{orgId, seq}].
CREATE FUNCTION mark_audit_anchored(p_day date, p_heads jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  UPDATE audit_heads h SET anchored_seq = told.seq, anchored_on = p_day
  FROM jsonb_to_recordset(p_heads) AS told ("orgId" uuid, seq bigint)
  WHERE h.org_id = told."orgId"
$$;--> statement-breakpoint

-- Values may be erased, never changed; a head goes on by one and stays. For the tables' owner too.
CREATE TRIGGER audit_values_unchanged BEFORE UPDATE OR TRUNCATE ON audit_values
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();--> statement-breakpoint
CREATE TRIGGER audit_heads_kept BEFORE DELETE OR TRUNCATE ON audit_heads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();--> statement-breakpoint
CREATE TRIGGER audit_heads_forward BEFORE UPDATE OF org_id, seq, hash ON audit_heads
  FOR EACH ROW WHEN (new.seq <> old.seq + 1 OR new.org_id <> old.org_id)
  EXECUTE FUNCTION refuse_audit_change();--> statement-breakpoint

REVOKE ALL ON FUNCTION
  audit_row_hash(audit_log), audit_values_digest(text, jsonb, jsonb),
  audit_append(uuid, timestamptz, text, text, text, text, text, text, jsonb, jsonb, jsonb, uuid),
  account_audit(uuid, text, text, jsonb, uuid), audit_verify_page(bigint, integer, jsonb),
  audit_erase_values(text[]), list_audit_heads(date, integer), mark_audit_anchored(date, jsonb) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  audit_append(uuid, timestamptz, text, text, text, text, text, text, jsonb, jsonb, jsonb, uuid),
  audit_verify_page(bigint, integer, jsonb), audit_erase_values(text[]),
  list_audit_heads(date, integer), mark_audit_anchored(date, jsonb) TO orucrm_app;
