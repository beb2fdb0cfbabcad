import type pg from "pg";

/** What filters look for besides a customer's own columns; ids are made from words, so that benches know them. */
export const FACETS = {
  commonTag: "00000000-0000-7000-8000-000000000001",
  rareTag: "00000000-0000-7000-8000-000000000002",
  number: "00000000-0000-7000-8000-000000000011",
  text: "00000000-0000-7000-8000-000000000012",
  date: "00000000-0000-7000-8000-000000000013",
  yes: "00000000-0000-7000-8000-000000000014",
  choice: "00000000-0000-7000-8000-000000000015",
  commonOption: "00000000-0000-7000-8000-000000000021",
  rareOption: "00000000-0000-7000-8000-000000000022",
  commonProduct: "00000000-0000-7000-8000-000000000031",
  rareProduct: "00000000-0000-7000-8000-000000000032",
} as const;

/**
 * Places, consents, tags, custom values and products for the customers that are there: each kind has one value that
 * most have and one that few in a hundred thousand have, since either may make a filter slow.
 */
export async function fillFacets(owner: pg.Pool, orgId: string): Promise<void> {
  for (const statement of [...CONSENTS, ...TAGS, ...FIELDS, ...PRODUCTS]) {
    await owner.query(statement.replaceAll("$org", `'${orgId}'`));
  }
  await owner.query(
    "VACUUM ANALYZE consents, tags, customer_tags, custom_fields, custom_field_values, products, order_items",
  );
}

/** A third of the emails agreed, a thousand declined; two hundred phones agreed to text messages. */
const CONSENTS = [
  `INSERT INTO consents (org_id, id, identity_id, channel, purpose, state, source, decided_at)
   SELECT org_id, gen_random_uuid(), id, CASE kind WHEN 'email' THEN 'email' ELSE 'sms' END, 'marketing',
     CASE WHEN kind = 'email' AND n % 850 = 0 THEN 'unsubscribed' ELSE 'subscribed' END, 'shop', first_seen_at
   FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY id) AS n FROM identities) i
   WHERE kind = 'email' AND (n % 3 = 0 OR n % 850 = 0) OR kind = 'phone' AND n % 5000 = 0`,
];

const TAGS = [
  `INSERT INTO tags (org_id, id, name, folded, colour) VALUES ($org, '${FACETS.commonTag}', 'Baru', 'baru', 'gray'),
     ($org, '${FACETS.rareTag}', 'Borong', 'borong', 'gray')`,
  `INSERT INTO customer_tags (org_id, customer_id, tag_id, source)
   SELECT org_id, id, (CASE WHEN n % 20000 = 0 THEN '${FACETS.rareTag}' ELSE '${FACETS.commonTag}' END)::uuid, 'person'
   FROM (SELECT org_id, id, row_number() OVER (ORDER BY id) AS n FROM customers) c WHERE n % 2 = 0`,
];

const FIELDS = [
  `INSERT INTO custom_fields (org_id, id, key, name, type, position)
   SELECT $org, id::uuid, type, type, type, 0 FROM (VALUES ('${FACETS.number}', 'number'), ('${FACETS.text}', 'text'),
     ('${FACETS.date}', 'date'), ('${FACETS.yes}', 'yes_no'), ('${FACETS.choice}', 'choice')) f (id, type)`,
  valuesOf("number", "number_value", "n * 10000"),
  valuesOf("text", "folded_value", "'rak ' || n", "text_value", "'Rak ' || n"),
  valuesOf("date", "date_value", "date '2000-01-01' + (n % 8000)::int"),
  valuesOf("yes", "yes_value", "n % 5000 <> 0"),
  valuesOf(
    "choice",
    "option_id",
    `(CASE WHEN n % 5000 = 0 THEN '${FACETS.rareOption}' ELSE '${FACETS.commonOption}' END)::uuid`,
  ),
];

/** A value for every fifth customer; `n` counts them. */
function valuesOf(field: "number" | "text" | "date" | "yes" | "choice", ...pairs: string[]): string {
  const columns = pairs.filter((_, i) => i % 2 === 0);
  const values = pairs.filter((_, i) => i % 2 === 1);
  return `INSERT INTO custom_field_values (org_id, customer_id, field_id, source, set_at, ${columns})
    SELECT org_id, id, '${FACETS[field]}', 'person', now(), ${values}
    FROM (SELECT org_id, id, row_number() OVER (ORDER BY id) / 5 AS n, row_number() OVER (ORDER BY id) AS i
      FROM customers) c WHERE i % 5 = 0`;
}

/** Half of the orders hold the product that all buy, the others one of five hundred; twenty hold the one that few do. */
const PRODUCTS = [
  `INSERT INTO products (org_id, id, shop_id, external_id, name, status, stock, version_at, version_hash)
   SELECT $org, p.id::uuid, s.id, p.external_id, p.name, 'active', 'in_stock', now(), ''
   FROM shops s, (VALUES ('${FACETS.commonProduct}', 'common', 'Sambal'), ('${FACETS.rareProduct}', 'rare', 'Belacan'))
     p (id, external_id, name)`,
  `INSERT INTO order_items (org_id, order_id, position, external_id, product_external_id, name, quantity, total_minor,
     tax_minor)
   SELECT org_id, id, 0, 'x', CASE WHEN i % 2 = 0 THEN 'common' ELSE 'p' || i % 1000 END, 'Sambal', 1, 5990, 0
   FROM (SELECT org_id, id, number::bigint AS i FROM orders) o`,
  `INSERT INTO order_items (org_id, order_id, position, external_id, product_external_id, name, quantity, total_minor,
     tax_minor)
   SELECT org_id, id, 1, 'x', 'rare', 'Belacan', 1, 5990, 0 FROM orders
   WHERE number::bigint % 10000 = 0`,
];
