SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON bulk_changes TO orucrm_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON bulk_change_rows TO orucrm_app;--> statement-breakpoint

-- As before, and what the audit log and bulk changes keep of how the records were. Not for the app role.
CREATE OR REPLACE FUNCTION purge_records(p_org uuid, p_customers uuid[], p_orders uuid[], p_products uuid[],
  p_at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  UPDATE deliveries d SET body = NULL, headers = '{}', erased_at = p_at
  FROM connections c, (
    SELECT o.shop_id::text AS shop, 'order:' || o.external_id AS subject FROM orders o
      WHERE o.org_id = p_org AND (o.customer_id = ANY (p_customers) OR o.id = ANY (p_orders))
    UNION ALL
    SELECT i.namespace, 'customer:' || i.value FROM identities i
      WHERE i.org_id = p_org AND i.kind = 'platform' AND i.customer_id = ANY (p_customers)
    UNION ALL
    SELECT p.shop_id::text, 'product:' || p.external_id FROM products p
      WHERE p.org_id = p_org AND p.id = ANY (p_products)) told
  WHERE c.org_id = p_org AND c.shop_id::text = told.shop
    AND d.org_id = p_org AND d.connection_id = c.id AND d.subject = told.subject AND d.erased_at IS NULL;
  PERFORM audit_erase_values((p_customers || p_orders || p_products)::text[]);
  DELETE FROM bulk_change_rows WHERE org_id = p_org AND record_id = ANY (p_customers || p_orders || p_products);
  UPDATE orders SET customer_id = NULL, identity_id = NULL, contact = NULL, erased_at = coalesce(erased_at, p_at)
    WHERE org_id = p_org AND customer_id = ANY (p_customers);
  UPDATE orders SET identity_id = NULL WHERE org_id = p_org AND identity_id IN
    (SELECT id FROM identities WHERE org_id = p_org AND customer_id = ANY (p_customers));
  UPDATE customers SET merged_into = NULL WHERE org_id = p_org AND id = ANY (p_customers) AND merged_into IS NOT NULL;
  DELETE FROM orders WHERE org_id = p_org AND id = ANY (p_orders);
  DELETE FROM products WHERE org_id = p_org AND id = ANY (p_products);
  DELETE FROM customers WHERE org_id = p_org AND id = ANY (p_customers);
END $$;--> statement-breakpoint

-- Deletes for good, before its 30 days are over, what of these lies in the trash of the transaction's organization;
-- answers how many records went. Whoever was merged into a customer goes with it.
CREATE FUNCTION purge_trashed(p_noun text, p_ids uuid[], p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_org uuid := app_org_id();
  v_customers uuid[] := '{}';
  v_orders uuid[] := '{}';
  v_products uuid[] := '{}';
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
  ELSE
    RAISE EXCEPTION 'no such noun' USING ERRCODE = 'OR400';
  END IF;
  PERFORM purge_records(v_org, v_customers, v_orders, v_products, p_at);
  RETURN v_count;
END $$;--> statement-breakpoint

-- Forgets bulk changes that can be undone no more, at most p_limit rows, and what the others were asked to do once
-- their jobs are over. Answers how many rows went, 0 when nothing is due.
CREATE FUNCTION purge_bulk_changes(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_due timestamptz := least(p_now, now());
  v_count integer;
BEGIN
  UPDATE bulk_changes b SET request = NULL FROM jobs j
    WHERE b.request IS NOT NULL AND j.org_id = b.org_id AND j.id = b.job_id
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

REVOKE ALL ON FUNCTION purge_records(uuid, uuid[], uuid[], uuid[], timestamptz),
  purge_trashed(text, uuid[], timestamptz), purge_bulk_changes(timestamptz, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION purge_trashed(text, uuid[], timestamptz), purge_bulk_changes(timestamptz, integer)
  TO orucrm_app;
