-- A search within a filter has to look at all that fit the words, not at the best hundred. Asked for more than a page
-- (over 100), the function says with a last row of nulls that it left some out; the caller then reads on in the list
-- that the filter gives. Otherwise it is as it was.
--
-- Customers that match every pattern, best first: an exact email or phone, an exact order
-- number, all words at the beginning of words, then the latest order. Fuzzy operators may not
-- use an index under row-level security, so this one function runs as its owner and filters
-- by the transaction's organization itself.
--
-- Bounded on purpose. A whole contact that is known needs no guessing; a common pattern (`ali`,
-- `@gmail`) is answered from the 1,000 customers with the latest orders; anything else from the
-- trigram index, of which at most 1,000 candidates are ranked.
CREATE OR REPLACE FUNCTION search_customers(
  p_patterns text[], p_starts text[], p_contacts text[], p_numbers text[], p_contact_roles text[], p_limit integer
) RETURNS TABLE (customer_id uuid, rank integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50
SET search_path = pg_catalog, public, pg_temp
-- The patterns decide the plan; compiling it or reading the whole table never pays.
SET plan_cache_mode = force_custom_plan SET jit = off SET enable_seqscan = off
AS $$
DECLARE
  v_org uuid := app_org_id();
  v_sees_contacts boolean := coalesce(current_setting('app.role', true) = ANY (p_contact_roles), false);
  -- Of an email the letters before its @ are looked up: the rest is long and in every other row.
  p1 text := regexp_replace(p_patterns[1], '^%.*(.{10}@).*$', '%\1%');
  -- Absent patterns match everything and are folded away by the planner.
  p2 text := coalesce(p_patterns[2], '%');
  p3 text := coalesce(p_patterns[3], '%');
  p4 text := coalesce(p_patterns[4], '%');
  -- Names stand before the bar, contacts after it.
  v_visible text[] := CASE WHEN v_sees_contacts THEN p_patterns
    ELSE ARRAY(SELECT p || '|%' FROM unnest(p_patterns) p) END;
  v_exact uuid[];
  v_numbered uuid[];
  v_found uuid[];
  v_is_bounded boolean := false;
BEGIN
  IF v_org IS NULL OR p_limit NOT BETWEEN 1 AND 1000 THEN
    RAISE EXCEPTION 'search outside of an organization or its bounds' USING ERRCODE = 'OR400';
  END IF;
  v_exact := ARRAY(
    SELECT i.customer_id FROM identities i
    WHERE v_sees_contacts AND i.org_id = v_org AND i.kind IN ('email', 'phone') AND i.namespace = ''
      AND i.value = ANY (p_contacts));
  v_numbered := ARRAY(
    SELECT o.customer_id FROM orders o
    WHERE o.org_id = v_org AND o.number = ANY (p_numbers) AND o.deleted_at IS NULL AND o.customer_id IS NOT NULL
    LIMIT p_limit);
  IF p1 IS NOT NULL THEN
    v_found := ARRAY(
      SELECT r.id FROM (
        SELECT c.id, c.search_text FROM customers c
        WHERE c.org_id = v_org AND c.deleted_at IS NULL AND c.merged_into IS NULL
        ORDER BY c.last_order_key DESC NULLS LAST, c.id DESC NULLS LAST
        LIMIT 1000) r
      WHERE r.search_text LIKE ALL (v_visible));
    -- Common means 20 of the latest 1,000; the rest is then left out in large organizations only.
    IF cardinality(v_exact) = 0 AND cardinality(v_found) < p_limit AND NOT (
      cardinality(v_found) >= 20 AND EXISTS (
        SELECT FROM customers c
        WHERE c.org_id = v_org AND c.deleted_at IS NULL AND c.merged_into IS NULL
        ORDER BY c.last_order_key DESC NULLS LAST OFFSET 20000 LIMIT 1))
    THEN
      SELECT v_found || coalesce(array_agg(r.id) FILTER (WHERE r.search_text LIKE ALL (v_visible)), '{}'), count(*) >= 1000
      INTO v_found, v_is_bounded
      FROM (
        SELECT c.id, c.search_text FROM customers c
        WHERE c.org_id = v_org AND c.deleted_at IS NULL AND c.merged_into IS NULL
          AND c.search_text LIKE p1 AND c.search_text LIKE p2 AND c.search_text LIKE p3 AND c.search_text LIKE p4
          AND c.search_text LIKE ALL (p_patterns)
        LIMIT 1000) r;
    ELSE
      v_is_bounded := cardinality(v_exact) = 0;
    END IF;
  END IF;
  RETURN QUERY
    SELECT c.id, CASE
        WHEN c.id = ANY (v_exact) THEN 0
        WHEN c.id = ANY (v_numbered) THEN 1
        WHEN c.search_text LIKE ALL (p_starts) THEN 2
        ELSE 3 END AS rank
    FROM customers c
    WHERE c.org_id = v_org AND c.deleted_at IS NULL AND c.merged_into IS NULL
      AND c.id = ANY (v_exact || v_numbered || v_found)
    ORDER BY 2, c.last_order_key DESC NULLS LAST, c.id DESC
    LIMIT p_limit;
  IF v_is_bounded AND p_limit > 100 THEN
    RETURN QUERY SELECT NULL::uuid, NULL::integer;
  END IF;
END $$;
