-- What schedules do across organizations. Each call is one small transaction,
-- may be repeated, and looks at one page or one organization's batch.

-- How far a sweep came the last time, so that the next one goes on from there.
CREATE TABLE sweep_cursors (
  name text PRIMARY KEY,
  after_org uuid NOT NULL,
  after_id uuid NOT NULL
);--> statement-breakpoint

-- Configurations that inboxes have yet to learn. Each try is counted, so that one that fails lets the others pass.
CREATE FUNCTION list_inbox_pushes(p_limit integer, p_connection uuid DEFAULT NULL)
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
  SELECT c.org_id, c.id, c.shop_id, c.platform, c.state, c.config_version, c.secrets, s.external_id
  FROM tried t
  JOIN connections c ON c.org_id = t.org_id AND c.id = t.connection_id
  JOIN shops s ON s.org_id = c.org_id AND s.id = c.shop_id
$$;--> statement-breakpoint

-- Ends a push, unless the configuration changed since it was read.
CREATE FUNCTION finish_inbox_push(p_org uuid, p_connection uuid, p_version integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  DELETE FROM inbox_pushes WHERE org_id = p_org AND connection_id = p_connection AND version <= p_version;
  RETURN FOUND;
END $$;--> statement-breakpoint

-- The next page of connections whose inboxes are looked after; past the last one it begins anew.
-- Removed ones belong to it until their inboxes have forgotten what they knew.
CREATE FUNCTION next_connections(p_sweep text, p_limit integer) RETURNS TABLE (org_id uuid, id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  v_after sweep_cursors;
  v_row record;
  v_count integer := 0;
BEGIN
  INSERT INTO sweep_cursors VALUES (p_sweep, '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000') ON CONFLICT DO NOTHING;
  SELECT * INTO v_after FROM sweep_cursors WHERE name = p_sweep FOR UPDATE;
  FOR v_row IN
    SELECT c.org_id, c.id FROM connections c
    WHERE (c.org_id, c.id) > (v_after.after_org, v_after.after_id)
      AND (c.removed_at IS NULL OR c.removed_at > now() - interval '31 days')
    ORDER BY c.org_id, c.id LIMIT least(p_limit, 1000)
  LOOP
    v_count := v_count + 1;
    org_id := v_row.org_id;
    id := v_row.id;
    RETURN NEXT;
  END LOOP;
  IF v_count < least(p_limit, 1000) THEN
    DELETE FROM sweep_cursors WHERE name = p_sweep;
  ELSE
    UPDATE sweep_cursors SET after_org = org_id, after_id = id WHERE name = p_sweep;
  END IF;
END $$;--> statement-breakpoint

-- Counts of requests that inboxes turned away: [{orgId, connectionId, minute, reason, count}]. The greater count
-- of a minute stands, so that telling it twice changes nothing.
CREATE FUNCTION record_refusals(p_counts jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_rows integer;
BEGIN
  INSERT INTO refusals AS known (org_id, connection_id, minute, reason, count)
  SELECT c.org_id, c.id, told.minute, told.reason, max(told.count)
  FROM jsonb_to_recordset(p_counts) AS told("orgId" uuid, "connectionId" uuid, minute timestamptz, reason text, count integer)
  JOIN connections c ON c.org_id = told."orgId" AND c.id = told."connectionId"
  GROUP BY 1, 2, 3, 4
  ON CONFLICT (org_id, connection_id, minute, reason) DO UPDATE SET count = greatest(known.count, excluded.count);
  GET DIAGNOSTICS v_rows = ROW_COUNT;
  RETURN v_rows;
END $$;--> statement-breakpoint

-- Deletes the records and what the webhook log holds of them. Not for the app role.
CREATE FUNCTION purge_records(p_org uuid, p_customers uuid[], p_orders uuid[], p_products uuid[], p_at timestamptz)
RETURNS void
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
  UPDATE orders SET customer_id = NULL, identity_id = NULL, contact = NULL, erased_at = coalesce(erased_at, p_at)
    WHERE org_id = p_org AND customer_id = ANY (p_customers);
  UPDATE orders SET identity_id = NULL WHERE org_id = p_org AND identity_id IN
    (SELECT id FROM identities WHERE org_id = p_org AND customer_id = ANY (p_customers));
  UPDATE customers SET merged_into = NULL WHERE org_id = p_org AND id = ANY (p_customers) AND merged_into IS NOT NULL;
  DELETE FROM orders WHERE org_id = p_org AND id = ANY (p_orders);
  DELETE FROM products WHERE org_id = p_org AND id = ANY (p_products);
  DELETE FROM customers WHERE org_id = p_org AND id = ANY (p_customers);
END $$;--> statement-breakpoint

-- Deletes for good one batch of one organization that has lain in the trash for 30 days, with one audit row;
-- answers how many records went, 0 when nothing is due. Orders of a purged buyer stay as sales without a person.
-- It takes turns with the deliveries of the organization, and whoever restores a record first keeps it.
CREATE FUNCTION purge_trash(p_now timestamptz, p_limit integer) RETURNS integer
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
BEGIN
  SELECT org_id INTO v_org FROM (
    (SELECT org_id FROM customers WHERE deleted_at <= v_due ORDER BY deleted_at LIMIT 1)
    UNION ALL (SELECT org_id FROM orders WHERE deleted_at <= v_due ORDER BY deleted_at LIMIT 1)
    UNION ALL (SELECT org_id FROM products WHERE deleted_at <= v_due ORDER BY deleted_at LIMIT 1)) due LIMIT 1;
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
  -- Whoever was merged into a purged customer is that customer.
  v_customers := ARRAY(
    WITH RECURSIVE gone(id) AS (
      SELECT unnest(v_customers)
      UNION SELECT c.id FROM customers c JOIN gone ON c.org_id = v_org AND c.merged_into = gone.id)
    SELECT id FROM gone);
  PERFORM purge_records(v_org, v_customers, v_orders, v_products, p_now);
  IF cardinality(v_customers) + cardinality(v_orders) + cardinality(v_products) > 0 THEN
    PERFORM audit_append(gen_random_uuid(), now(), 'job', 'purge-trash', 'trash.purged', 'organization', v_org::text,
      NULL, jsonb_build_object('customers', cardinality(v_customers), 'orders', cardinality(v_orders),
        'products', cardinality(v_products)), NULL, NULL);
  END IF;
  RETURN cardinality(v_customers) + cardinality(v_orders) + cardinality(v_products);
END $$;--> statement-breakpoint

GRANT EXECUTE ON FUNCTION list_inbox_pushes(integer, uuid), finish_inbox_push(uuid, uuid, integer),
  next_connections(text, integer), record_refusals(jsonb), purge_trash(timestamptz, integer) TO orucrm_app;
