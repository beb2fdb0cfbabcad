-- Every table with org_id is bound to the transaction's organization, for its owner too.
-- Called by each migration that adds tables.
CREATE FUNCTION bind_tenant_tables() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  t regclass;
BEGIN
  FOR t IN
    SELECT c.oid::regclass
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY tenant ON %s USING (org_id = (SELECT app_org_id())) WITH CHECK (org_id = (SELECT app_org_id()))', t);
  END LOOP;
END $$;--> statement-breakpoint
SELECT bind_tenant_tables();--> statement-breakpoint
ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON organizations USING (id = (SELECT app_org_id())) WITH CHECK (id = (SELECT app_org_id()));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  shops, connections, inbox_pushes, refusals, customers, identities, identity_edges, customer_spend,
  tombstones, orders, order_items, order_status_changes, refunds, removals, products, deliveries
  TO orucrm_app;--> statement-breakpoint
GRANT SELECT, UPDATE (name, details, time_zone, currency, language, updated_at) ON organizations TO orucrm_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON memberships TO orucrm_app;--> statement-breakpoint
-- Append-only for the app; rows of an erased identity go with it.
GRANT SELECT, INSERT ON consents TO orucrm_app;--> statement-breakpoint
GRANT SELECT ON audit_log, audit_values TO orucrm_app;--> statement-breakpoint

-- Sets the organization for the transaction if the session is alive and its user a member.
-- Errors carry their own SQLSTATE: OR401 no session, OR403 unverified, OR404 no such organization for this user.
CREATE FUNCTION enter(p_session uuid, p_slug text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  s record;
  m record;
BEGIN
  SELECT se.id, se.expires_at, se.last_seen_at, u.id AS user_id, u.email, u.name, u.language, u.theme, u.email_verified_at
    INTO s
    FROM sessions se JOIN users u ON u.id = se.user_id
    WHERE se.id = p_session AND se.ended_at IS NULL AND se.expires_at > now();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no live session' USING ERRCODE = 'OR401';
  END IF;
  IF s.email_verified_at IS NULL THEN
    RAISE EXCEPTION 'email not verified' USING ERRCODE = 'OR403';
  END IF;
  SELECT o.id, o.slug, o.name, o.time_zone, o.currency, o.language, o.state, ms.role
    INTO m
    FROM organizations o JOIN memberships ms ON ms.org_id = o.id
    WHERE o.slug = p_slug AND ms.user_id = s.user_id AND ms.state = 'active' AND o.state <> 'closed';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such organization for this user' USING ERRCODE = 'OR404';
  END IF;
  PERFORM set_config('app.org_id', m.id::text, true);
  PERFORM set_config('app.role', m.role, true);
  -- Written at most every five minutes, and not in read-only transactions.
  IF s.last_seen_at < now() - interval '5 minutes' AND current_setting('transaction_read_only') = 'off' THEN
    UPDATE sessions SET last_seen_at = now() WHERE id = s.id;
  END IF;
  RETURN jsonb_build_object(
    'sessionExpiresAt', s.expires_at,
    'user', jsonb_build_object('id', s.user_id, 'email', s.email, 'name', s.name, 'language', s.language, 'theme', s.theme),
    'organization', jsonb_build_object('id', m.id, 'slug', m.slug, 'name', m.name, 'timeZone', m.time_zone,
      'currency', m.currency, 'language', m.language, 'state', m.state),
    'role', m.role,
    'organizations', (
      SELECT jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name) ORDER BY o.name)
      FROM memberships ms JOIN organizations o ON o.id = ms.org_id
      WHERE ms.user_id = s.user_id AND ms.state = 'active' AND o.state <> 'closed'));
END $$;--> statement-breakpoint

-- Refuses the rest of the transaction unless the member that entered has one of the roles.
CREATE FUNCTION require_role(p_roles text[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF NOT coalesce(current_setting('app.role', true) = ANY (p_roles), false) THEN
    RAISE EXCEPTION 'the role does not allow this' USING ERRCODE = 'OR403';
  END IF;
END $$;--> statement-breakpoint

-- Sets the organization for a job whose message was validated.
CREATE FUNCTION enter_job(p_org uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM organizations WHERE id = p_org AND state <> 'closed') THEN
    RAISE EXCEPTION 'no such organization' USING ERRCODE = 'OR404';
  END IF;
  PERFORM set_config('app.org_id', p_org::text, true);
  RETURN p_org;
END $$;--> statement-breakpoint

-- Adds one row to the organization's audit chain. The head row serializes writers of one organization only.
CREATE FUNCTION audit_append(
  p_id uuid, p_at timestamptz, p_actor_kind text, p_actor_id text, p_action text,
  p_subject_kind text, p_subject_id text, p_ip text, p_facts jsonb, p_before jsonb, p_after jsonb
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_org uuid := app_org_id();
  v_seq bigint;
  v_prev text;
  v_salt text := '';
  v_digest text := '';
  v_hash text;
BEGIN
  IF v_org IS NULL THEN
    RAISE EXCEPTION 'audit_append outside of an organization' USING ERRCODE = 'OR404';
  END IF;
  INSERT INTO audit_heads (org_id, seq, hash) VALUES (v_org, 0, '') ON CONFLICT (org_id) DO NOTHING;
  SELECT seq + 1, hash INTO v_seq, v_prev FROM audit_heads WHERE org_id = v_org FOR UPDATE;
  IF p_before IS NOT NULL OR p_after IS NOT NULL THEN
    v_salt := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
    v_digest := encode(sha256(convert_to(
      jsonb_build_array(v_salt, p_before, p_after)::text, 'UTF8')), 'hex');
    INSERT INTO audit_values (org_id, seq, salt, before, after) VALUES (v_org, v_seq, v_salt, p_before, p_after);
  END IF;
  v_hash := encode(sha256(convert_to(jsonb_build_array(
    v_org, v_seq, p_id, to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_actor_kind, p_actor_id,
    p_action, p_subject_kind, p_subject_id, p_ip, p_facts, v_digest, v_prev)::text, 'UTF8')), 'hex');
  INSERT INTO audit_log (org_id, seq, id, at, actor_kind, actor_id, action, subject_kind, subject_id, ip, facts,
      values_digest, prev_hash, hash)
    VALUES (v_org, v_seq, p_id, p_at, p_actor_kind, p_actor_id, p_action, p_subject_kind, p_subject_id, p_ip,
      p_facts, v_digest, v_prev, v_hash);
  UPDATE audit_heads SET seq = v_seq, hash = v_hash WHERE org_id = v_org;
  RETURN v_seq;
END $$;--> statement-breakpoint

CREATE FUNCTION refuse_audit_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'OR403';
END $$;--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();--> statement-breakpoint

-- Makes the monthly partitions of deliveries that cover the given days; what exists stays.
CREATE FUNCTION ensure_delivery_partitions(p_from date, p_to date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_month date := date_trunc('month', p_from)::date;
  v_name text;
  v_made integer := 0;
BEGIN
  IF p_to > p_from + 400 THEN
    RAISE EXCEPTION 'at most 400 days at once' USING ERRCODE = 'OR400';
  END IF;
  WHILE v_month <= p_to LOOP
    v_name := 'deliveries_' || to_char(v_month, 'YYYY_MM');
    IF to_regclass('public.' || v_name) IS NULL THEN
      EXECUTE format(
        'CREATE TABLE public.%I PARTITION OF public.deliveries FOR VALUES FROM (%L) TO (%L)',
        v_name, v_month::text || ' 00:00:00+00', (v_month + interval '1 month')::date::text || ' 00:00:00+00');
      EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', v_name);
      EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', v_name);
      v_made := v_made + 1;
    END IF;
    v_month := (v_month + interval '1 month')::date;
  END LOOP;
  RETURN v_made;
END $$;--> statement-breakpoint
CREATE TABLE deliveries_other PARTITION OF deliveries DEFAULT;--> statement-breakpoint
ALTER TABLE deliveries_other ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE deliveries_other FORCE ROW LEVEL SECURITY;--> statement-breakpoint
SELECT ensure_delivery_partitions((now() - interval '2 months')::date, (now() + interval '3 months')::date);--> statement-breakpoint

GRANT EXECUTE ON FUNCTION app_org_id(), enter(uuid, text), enter_job(uuid), require_role(text[]),
  audit_append(uuid, timestamptz, text, text, text, text, text, text, jsonb, jsonb, jsonb),
  ensure_delivery_partitions(date, date) TO orucrm_app;
