SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON tags, customer_tags, custom_fields, custom_field_values, notes
  TO orucrm_app;--> statement-breakpoint

-- Keeps how many customers outside of the trash have each tag, whoever tags. Locks tags in one order, so that two
-- writers at once wait for each other.
CREATE FUNCTION count_tagged(p_tags uuid[], p_changes integer[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM FROM tags WHERE id = ANY (p_tags) ORDER BY id FOR UPDATE;
  UPDATE tags t SET customers_count = t.customers_count + r.change
  FROM unnest(p_tags, p_changes) AS r (id, change) WHERE t.id = r.id AND t.id = ANY (p_tags);
END $$;--> statement-breakpoint

CREATE FUNCTION count_tags_added() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_tags uuid[];
  v_changes integer[];
BEGIN
  SELECT array_agg(n.tag_id), array_agg(n.change) INTO v_tags, v_changes FROM (
    SELECT r.tag_id, count(*)::integer AS change
    FROM changed r JOIN customers c ON c.org_id = r.org_id AND c.id = r.customer_id AND c.deleted_at IS NULL
    GROUP BY r.tag_id) n;
  IF v_tags IS NOT NULL THEN
    PERFORM count_tagged(v_tags, v_changes);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint

-- A customer that goes itself is no longer there: count_tags_with_customer has counted before.
CREATE FUNCTION count_tags_removed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_tags uuid[];
  v_changes integer[];
BEGIN
  SELECT array_agg(n.tag_id), array_agg(n.change) INTO v_tags, v_changes FROM (
    SELECT r.tag_id, -count(*)::integer AS change
    FROM changed r JOIN customers c ON c.org_id = r.org_id AND c.id = r.customer_id AND c.deleted_at IS NULL
    GROUP BY r.tag_id) n;
  IF v_tags IS NOT NULL THEN
    PERFORM count_tagged(v_tags, v_changes);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint

-- A customer that comes out of the trash counts again; one that goes there, or for good, does not.
CREATE FUNCTION count_tags_with_customer() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_tags uuid[];
BEGIN
  v_tags := ARRAY(SELECT tag_id FROM customer_tags WHERE org_id = old.org_id AND customer_id = old.id);
  IF cardinality(v_tags) > 0 THEN
    PERFORM count_tagged(v_tags, array_fill(
      CASE WHEN tg_op = 'UPDATE' AND new.deleted_at IS NULL THEN 1 ELSE -1 END, ARRAY[cardinality(v_tags)]));
  END IF;
  RETURN coalesce(new, old);
END $$;--> statement-breakpoint

CREATE TRIGGER customer_tags_added AFTER INSERT ON customer_tags
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_tags_added();--> statement-breakpoint
CREATE TRIGGER customer_tags_removed AFTER DELETE ON customer_tags
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_tags_removed();--> statement-breakpoint
CREATE TRIGGER customers_tags_trashed AFTER UPDATE OF deleted_at ON customers
  FOR EACH ROW WHEN ((old.deleted_at IS NULL) <> (new.deleted_at IS NULL))
  EXECUTE FUNCTION count_tags_with_customer();--> statement-breakpoint
CREATE TRIGGER customers_tags_gone BEFORE DELETE ON customers
  FOR EACH ROW WHEN (old.deleted_at IS NULL)
  EXECUTE FUNCTION count_tags_with_customer();--> statement-breakpoint

REVOKE ALL ON FUNCTION count_tagged(uuid[], integer[]), count_tags_added(), count_tags_removed(),
  count_tags_with_customer() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION count_tagged(uuid[], integer[]) TO orucrm_app;
