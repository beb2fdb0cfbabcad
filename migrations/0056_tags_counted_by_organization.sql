-- Two organizations may have tags of one id: each counts its own.
DROP FUNCTION count_tagged(uuid[], integer[]);--> statement-breakpoint
CREATE FUNCTION count_tagged(p_org uuid, p_tags uuid[], p_changes integer[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM FROM tags WHERE org_id = p_org AND id = ANY (p_tags) ORDER BY id FOR UPDATE;
  UPDATE tags t SET customers_count = t.customers_count + r.change
  FROM unnest(p_tags, p_changes) AS r (id, change)
  WHERE t.org_id = p_org AND t.id = r.id AND t.id = ANY (p_tags);
END $$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION count_tags_added() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_org record;
BEGIN
  FOR v_org IN
    SELECT n.org_id, array_agg(n.tag_id) AS tags, array_agg(n.change) AS changes FROM (
      SELECT r.org_id, r.tag_id, count(*)::integer AS change
      FROM changed r JOIN customers c ON c.org_id = r.org_id AND c.id = r.customer_id AND c.deleted_at IS NULL
      GROUP BY r.org_id, r.tag_id) n
    GROUP BY n.org_id ORDER BY n.org_id
  LOOP
    PERFORM count_tagged(v_org.org_id, v_org.tags, v_org.changes);
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint

-- A customer that goes itself is no longer there: count_tags_with_customer has counted before.
CREATE OR REPLACE FUNCTION count_tags_removed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_org record;
BEGIN
  FOR v_org IN
    SELECT n.org_id, array_agg(n.tag_id) AS tags, array_agg(n.change) AS changes FROM (
      SELECT r.org_id, r.tag_id, -count(*)::integer AS change
      FROM changed r JOIN customers c ON c.org_id = r.org_id AND c.id = r.customer_id AND c.deleted_at IS NULL
      GROUP BY r.org_id, r.tag_id) n
    GROUP BY n.org_id ORDER BY n.org_id
  LOOP
    PERFORM count_tagged(v_org.org_id, v_org.tags, v_org.changes);
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint

-- A customer that comes out of the trash counts again; one that goes there, or for good, does not.
CREATE OR REPLACE FUNCTION count_tags_with_customer() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_tags uuid[];
BEGIN
  v_tags := ARRAY(SELECT tag_id FROM customer_tags WHERE org_id = old.org_id AND customer_id = old.id);
  IF cardinality(v_tags) > 0 THEN
    PERFORM count_tagged(old.org_id, v_tags, array_fill(
      CASE WHEN tg_op = 'UPDATE' AND new.deleted_at IS NULL THEN 1 ELSE -1 END, ARRAY[cardinality(v_tags)]));
  END IF;
  RETURN coalesce(new, old);
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION count_tagged(uuid, uuid[], integer[]) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION count_tagged(uuid, uuid[], integer[]) TO orucrm_app;
