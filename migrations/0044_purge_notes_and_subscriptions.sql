-- Deletes subscriptions and what the webhook log, the audit log and bulk changes keep of them. Not for the app role.
CREATE FUNCTION purge_subscriptions(p_org uuid, p_ids uuid[], p_at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  UPDATE deliveries d SET body = NULL, headers = '{}', erased_at = p_at
  FROM connections c, subscriptions s
  WHERE s.org_id = p_org AND s.id = ANY (p_ids) AND c.org_id = p_org AND c.shop_id = s.shop_id
    AND d.org_id = p_org AND d.connection_id = c.id AND d.subject = 'subscription:' || s.external_id
    AND d.erased_at IS NULL;
  PERFORM audit_erase_values(p_ids::text[]);
  DELETE FROM bulk_change_rows WHERE org_id = p_org AND record_id = ANY (p_ids);
  DELETE FROM subscriptions WHERE org_id = p_org AND id = ANY (p_ids);
END $$;--> statement-breakpoint

-- As before, and subscriptions and notes with the rest.
CREATE OR REPLACE FUNCTION purge_trash(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  -- A clock that runs ahead must not shorten anybody's 30 days.
  v_due timestamptz := least(p_now, now()) - interval '30 days';
  v_limit integer := least(p_limit, 1000);
  v_org uuid;
  v_customers uuid[];
  v_orders uuid[];
  v_products uuid[];
  v_subscriptions uuid[];
  v_notes uuid[];
  v_count integer;
BEGIN
  SELECT org_id INTO v_org FROM (
    (SELECT org_id FROM customers WHERE deleted_at <= v_due ORDER BY deleted_at LIMIT 1)
    UNION ALL (SELECT org_id FROM orders WHERE deleted_at <= v_due ORDER BY deleted_at LIMIT 1)
    UNION ALL (SELECT org_id FROM products WHERE deleted_at <= v_due ORDER BY deleted_at LIMIT 1)
    UNION ALL (SELECT org_id FROM subscriptions WHERE deleted_at <= v_due ORDER BY deleted_at LIMIT 1)
    UNION ALL (SELECT org_id FROM notes WHERE deleted_at <= v_due ORDER BY deleted_at LIMIT 1)) due LIMIT 1;
  IF v_org IS NULL THEN
    RETURN 0;
  END IF;
  PERFORM set_config('app.org_id', v_org::text, true);
  PERFORM pg_advisory_xact_lock(hashtextextended('apply:' || v_org::text, 0));
  v_customers := ARRAY(SELECT id FROM customers WHERE org_id = v_org AND deleted_at <= v_due
    ORDER BY deleted_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  v_orders := ARRAY(SELECT id FROM orders WHERE org_id = v_org AND deleted_at <= v_due
    ORDER BY deleted_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  v_products := ARRAY(SELECT id FROM products WHERE org_id = v_org AND deleted_at <= v_due
    ORDER BY deleted_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  v_subscriptions := ARRAY(SELECT id FROM subscriptions WHERE org_id = v_org AND deleted_at <= v_due
    ORDER BY deleted_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  v_notes := ARRAY(SELECT id FROM notes WHERE org_id = v_org AND deleted_at <= v_due
    ORDER BY deleted_at LIMIT v_limit FOR UPDATE SKIP LOCKED);
  -- Whoever was merged into a purged customer is that customer.
  v_customers := ARRAY(
    WITH RECURSIVE gone(id) AS (
      SELECT unnest(v_customers)
      UNION SELECT c.id FROM customers c JOIN gone ON c.org_id = v_org AND c.merged_into = gone.id)
    SELECT id FROM gone);
  PERFORM purge_records(v_org, v_customers, v_orders, v_products, p_now);
  PERFORM purge_subscriptions(v_org, v_subscriptions, p_now);
  PERFORM audit_erase_values(v_notes::text[]);
  DELETE FROM notes WHERE org_id = v_org AND id = ANY (v_notes);
  v_count := cardinality(v_customers) + cardinality(v_orders) + cardinality(v_products)
    + cardinality(v_subscriptions) + cardinality(v_notes);
  IF v_count > 0 THEN
    PERFORM audit_append(gen_random_uuid(), now(), 'job', 'purge-trash', 'trash.purged', 'organization', v_org::text,
      NULL, jsonb_build_object('customers', cardinality(v_customers), 'orders', cardinality(v_orders),
        'products', cardinality(v_products), 'subscriptions', cardinality(v_subscriptions),
        'notes', cardinality(v_notes)), NULL, NULL);
  END IF;
  RETURN v_count;
END $$;--> statement-breakpoint

-- As before, and subscriptions too.
CREATE OR REPLACE FUNCTION purge_trashed(p_noun text, p_ids uuid[], p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_org uuid := app_org_id();
  v_customers uuid[] := '{}';
  v_orders uuid[] := '{}';
  v_products uuid[] := '{}';
  v_subscriptions uuid[] := '{}';
  v_count integer;
BEGIN
  IF v_org IS NULL OR cardinality(p_ids) > 100 THEN
    RAISE EXCEPTION 'not to be purged' USING ERRCODE = 'OR400';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('apply:' || v_org::text, 0));
  IF p_noun = 'customer' THEN
    v_customers := ARRAY(SELECT id FROM customers
      WHERE org_id = v_org AND id = ANY (p_ids) AND deleted_at IS NOT NULL FOR UPDATE);
    v_count := cardinality(v_customers);
    v_customers := ARRAY(
      WITH RECURSIVE gone(id) AS (
        SELECT unnest(v_customers)
        UNION SELECT c.id FROM customers c JOIN gone ON c.org_id = v_org AND c.merged_into = gone.id)
      SELECT id FROM gone);
  ELSIF p_noun = 'order' THEN
    v_orders := ARRAY(SELECT id FROM orders
      WHERE org_id = v_org AND id = ANY (p_ids) AND deleted_at IS NOT NULL FOR UPDATE);
    v_count := cardinality(v_orders);
  ELSIF p_noun = 'product' THEN
    v_products := ARRAY(SELECT id FROM products
      WHERE org_id = v_org AND id = ANY (p_ids) AND deleted_at IS NOT NULL FOR UPDATE);
    v_count := cardinality(v_products);
  ELSIF p_noun = 'subscription' THEN
    v_subscriptions := ARRAY(SELECT id FROM subscriptions
      WHERE org_id = v_org AND id = ANY (p_ids) AND deleted_at IS NOT NULL FOR UPDATE);
    v_count := cardinality(v_subscriptions);
  ELSE
    RAISE EXCEPTION 'no such noun' USING ERRCODE = 'OR400';
  END IF;
  PERFORM purge_records(v_org, v_customers, v_orders, v_products, p_at);
  PERFORM purge_subscriptions(v_org, v_subscriptions, p_at);
  RETURN v_count;
END $$;--> statement-breakpoint

-- As before, but what an undo needs stays: which tag or field was changed. What was selected, and the values, go.
CREATE OR REPLACE FUNCTION purge_bulk_changes(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_due timestamptz := least(p_now, now());
  v_count integer;
BEGIN
  UPDATE bulk_changes b SET request = jsonb_build_object('act', b.request -> 'act' ||
      CASE WHEN b.request -> 'act' ? 'values' THEN '{"values": []}'::jsonb ELSE '{}' END)
    FROM jobs j
    WHERE b.request ? 'selection' AND j.org_id = b.org_id AND j.id = b.job_id
      AND j.state NOT IN ('queued', 'running');
  DELETE FROM bulk_change_rows r WHERE (r.org_id, r.change_id, r.record_id) IN (
    SELECT d.org_id, d.change_id, d.record_id FROM bulk_changes b
    JOIN bulk_change_rows d ON d.org_id = b.org_id AND d.change_id = b.id
    WHERE b.expires_at <= v_due LIMIT least(p_limit, 5000));
  GET DIAGNOSTICS v_count = ROW_COUNT;
  IF v_count = 0 THEN
    DELETE FROM bulk_changes b WHERE (b.org_id, b.id) IN (
      SELECT org_id, id FROM bulk_changes WHERE expires_at <= v_due LIMIT least(p_limit, 5000));
    GET DIAGNOSTICS v_count = ROW_COUNT;
  END IF;
  RETURN v_count;
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION purge_subscriptions(uuid, uuid[], timestamptz) FROM PUBLIC;
