-- Erasing what people asked to be erased, and the end of an organization.

-- Forgets what acts on these subjects changed, in the transaction's organization; the chain stays whole.
-- Answers how many acts lost their values.
CREATE FUNCTION erase_audit_values(p_kind text, p_subjects text[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_count integer;
BEGIN
  DELETE FROM audit_values v USING audit_log l
    WHERE v.org_id = app_org_id() AND l.org_id = v.org_id AND l.seq = v.seq
      AND l.subject_kind = p_kind AND l.subject_id = ANY (p_subjects);
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;--> statement-breakpoint

-- As before, but the inboxes of an organization that is closing are told that they are off.
CREATE OR REPLACE FUNCTION list_inbox_pushes(p_limit integer, p_connection uuid DEFAULT NULL)
RETURNS TABLE (org_id uuid, connection_id uuid, shop_id uuid, platform text, state text, version integer,
  secrets jsonb, shop_external_id text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH tried AS (
    UPDATE inbox_pushes p SET attempts = p.attempts + 1
    WHERE (p.org_id, p.connection_id) IN (
      SELECT w.org_id, w.connection_id FROM inbox_pushes w
      WHERE p_connection IS NULL OR w.connection_id = p_connection
      ORDER BY w.attempts, w.created_at LIMIT least(p_limit, 500) FOR UPDATE SKIP LOCKED)
    RETURNING p.org_id, p.connection_id)
  SELECT c.org_id, c.id, c.shop_id, c.platform,
    CASE WHEN o.state <> 'active' AND c.state <> 'removed' THEN 'paused' ELSE c.state END,
    c.config_version, c.secrets, s.external_id
  FROM tried t
  JOIN connections c ON c.org_id = t.org_id AND c.id = t.connection_id
  JOIN shops s ON s.org_id = c.org_id AND s.id = c.shop_id
  JOIN organizations o ON o.id = c.org_id
$$;--> statement-breakpoint

-- Closes for good the organizations whose 30 days are over, and gives those that are still to be emptied.
CREATE FUNCTION begin_purges(p_now timestamptz, p_limit integer) RETURNS TABLE (org_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  -- A clock that runs ahead must not shorten anybody's 30 days.
  UPDATE organizations SET state = 'closed', updated_at = now()
    WHERE state = 'closing' AND closes_at <= least(p_now, now());
  RETURN QUERY SELECT id FROM organizations WHERE state = 'closed' AND closes_at IS NOT NULL
    ORDER BY closes_at LIMIT least(p_limit, 50);
END $$;--> statement-breakpoint

-- What a closed organization has outside of the database: its inboxes, and the shops they are listed under.
CREATE FUNCTION list_purge_places(p_org uuid, p_after uuid, p_limit integer)
RETURNS TABLE (connection_id uuid, platform text, shop_external_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT c.id, c.platform, s.external_id
  FROM organizations o
  JOIN connections c ON c.org_id = o.id
  JOIN shops s ON s.org_id = c.org_id AND s.id = c.shop_id
  WHERE o.id = p_org AND o.state = 'closed' AND c.id > p_after
  ORDER BY c.id LIMIT least(p_limit, 500)
$$;--> statement-breakpoint

-- The next rows of a closed organization go, at most p_limit, children before parents: from every table that
-- has org_id but the audit log, its head and the register of erasures, which stay for ever without values.
-- The last batch takes the organization with its members. Answers how many rows went, 0 when all is gone.
CREATE FUNCTION purge_organization(p_org uuid, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_left integer := least(p_limit, 5000);
  v_count integer;
  v_table record;
BEGIN
  PERFORM FROM organizations WHERE id = p_org AND state = 'closed' FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  PERFORM set_config('app.org_id', p_org::text, true);
  UPDATE customers SET merged_into = NULL WHERE (org_id, id) IN (
    SELECT org_id, id FROM customers WHERE org_id = p_org AND merged_into IS NOT NULL LIMIT v_left);
  FOR v_table IN
    WITH RECURSIVE tenant AS (
      SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND NOT a.attisdropped AND c.relname NOT IN ('audit_log', 'audit_heads', 'erasures', 'memberships')
    ),
    depth AS (
      SELECT oid, 0 AS level FROM tenant
      UNION
      SELECT k.conrelid, d.level + 1 FROM depth d JOIN pg_constraint k ON k.contype = 'f' AND k.confrelid = d.oid
      WHERE k.conrelid IN (SELECT oid FROM tenant) AND k.conrelid <> k.confrelid AND d.level < 20
    )
    SELECT d.oid::regclass AS name, (
      SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_index i
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = d.oid AND i.indisprimary) AS key
    FROM depth d GROUP BY d.oid ORDER BY max(d.level) DESC
  LOOP
    EXECUTE format('DELETE FROM %1$s WHERE (%2$s) IN (SELECT %2$s FROM %1$s WHERE org_id = $1 LIMIT $2)',
      v_table.name, v_table.key) USING p_org, v_left;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_left := v_left - v_count;
    IF v_left <= 0 THEN
      RETURN least(p_limit, 5000);
    END IF;
  END LOOP;
  PERFORM audit_append(gen_random_uuid(), now(), 'job', 'purge-organizations', 'organization.purged', 'organization',
    p_org::text, NULL, '{}', NULL, NULL);
  INSERT INTO erasures (org_id, id, at, kind, actor_kind, actor_id, counts)
    VALUES (p_org, gen_random_uuid(), now(), 'organization', 'job', 'purge-organizations', '{}');
  DELETE FROM organizations WHERE id = p_org;
  RETURN least(p_limit, 5000) - v_left + 1;
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION erase_audit_values(text, text[]), begin_purges(timestamptz, integer),
  list_purge_places(uuid, uuid, integer), purge_organization(uuid, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_audit_values(text, text[]), begin_purges(timestamptz, integer),
  list_purge_places(uuid, uuid, integer), purge_organization(uuid, integer) TO orucrm_app;
