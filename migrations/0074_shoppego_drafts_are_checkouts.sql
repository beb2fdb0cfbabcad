-- What somebody left in a Shoppego shop was kept as a draft order; it is a checkout, and counted nowhere before either.
INSERT INTO checkouts (org_id, id, shop_id, external_id, number, customer_id, person_key, email, phone, contact, currency,
  total_minor, items, state, started_at, visits, active_at, abandoned_at, version_at, version_hash, removed_at, erased_at,
  is_sample, created_at, updated_at)
SELECT o.org_id, o.id, o.shop_id, o.external_id, o.number, o.customer_id, i.kind || '|' || i.namespace || '|' || i.value,
  nullif(lower(btrim(o.contact #>> '{person,email}')), ''), CASE WHEN i.kind = 'phone' THEN i.value END, o.contact, o.currency,
  o.total_minor,
  coalesce((SELECT jsonb_agg(jsonb_build_object('name', t.name, 'sku', t.sku, 'productExternalId', t.product_external_id,
      'quantity', t.quantity, 'totalMinor', t.total_minor) ORDER BY t.position)
    FROM order_items t WHERE t.org_id = o.org_id AND t.order_id = o.id), '[]'),
  'open', o.placed_at,
  jsonb_build_array(jsonb_build_object(
    'from', to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'to', to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
  v.at, v.at + interval '1 hour', o.version_at, o.version_hash, o.removed_at, o.erased_at, o.is_sample, o.created_at,
  o.updated_at
FROM orders o
JOIN shops s ON s.org_id = o.org_id AND s.id = o.shop_id AND s.platform = 'shoppego'
LEFT JOIN identities i ON i.org_id = o.org_id AND i.id = o.identity_id
CROSS JOIN LATERAL (SELECT greatest(o.placed_at, date_trunc('milliseconds', o.version_at) -
  CASE WHEN o.source_status = 'checkout_abandoned' THEN interval '1 hour' ELSE interval '0' END) AS at) v
WHERE o.status = 'draft' AND o.source_status IN ('checkout_abandoned', 'checkout_updated') AND o.deleted_at IS NULL
ON CONFLICT DO NOTHING;--> statement-breakpoint
UPDATE deliveries d SET subject = 'checkout:' || k.external_id
FROM checkouts k
JOIN shops s ON s.org_id = k.org_id AND s.id = k.shop_id AND s.platform = 'shoppego'
JOIN connections c ON c.org_id = k.org_id AND c.shop_id = k.shop_id
WHERE d.org_id = k.org_id AND d.connection_id = c.id AND d.subject = 'order:' || k.external_id
  AND d.topic IN ('checkout_abandoned', 'checkout_updated');--> statement-breakpoint
DELETE FROM orders o USING shops s
WHERE s.org_id = o.org_id AND s.id = o.shop_id AND s.platform = 'shoppego'
  AND o.status = 'draft' AND o.source_status IN ('checkout_abandoned', 'checkout_updated') AND o.deleted_at IS NULL;
