import type pg from "pg";
import { composeSearchText } from "~/domain/customers/search-text";

const COMPARED = 2000;

/** A million customers of one organization as ingestion would leave them: names, contacts, spend and 200,000 orders. */
export async function fill(owner: pg.Pool, orgId: string): Promise<void> {
  await withoutIndexes(owner, "customers", () => owner.query(CUSTOMERS.replaceAll("$org", `'${orgId}'`)));
  await withoutIndexes(owner, "customer_spend", () => owner.query(SPEND));
  await withoutIndexes(owner, "identities", () => owner.query(IDENTITIES));
  await owner.query(SHOP, [orgId]);
  await withoutIndexes(owner, "orders", () => owner.query(ORDERS));
  await owner.query("VACUUM ANALYZE customers, customer_spend, identities, orders, shops");
  await requireOurSearchText(owner);
}

/** Indexes are made faster over rows than row by row. */
async function withoutIndexes(owner: pg.Pool, table: string, work: () => Promise<unknown>): Promise<void> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i WHERE i.indrelid = $1::regclass AND NOT i.indisprimary AND NOT i.indisunique`,
    [table],
  );
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`);
  await work();
  for (const { definition } of rows) await owner.query(definition);
}

/** The SQL below spells the search text out; it has to be what the product writes. */
async function requireOurSearchText(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ name: string; email: string | null; phone: string; text: string }>(
    `SELECT name, email, phone, search_text AS text FROM customers LIMIT ${COMPARED}`,
  );
  for (const { name, email, phone, text } of rows) {
    const ours = composeSearchText({ name, company: null, emails: email ? [email] : [], phones: [phone] });
    if (ours !== text) throw new Error(`the bench writes “${text}”, the product “${ours}”`);
  }
}

const CUSTOMERS = `
WITH words AS (
  SELECT '{muhammad,nur,ahmad,siti,mohd,ali,aisyah,hafiz,nurul,farah,amir,azman,zulkifli,khalid,fatimah,hassan,
      ibrahim,ismail,rosli,zainab,aminah,syafiq,danial,iman,balqis,hakim,irfan,izzah,khairul,liyana,maisarah,nabila,
      putri,qistina,rahim,sarah,salmah,tengku,umairah,yusof}'::text[] AS malay,
    '{tan,lim,lee,wong,ng,chan,ong,goh,teo,chong,yap,low,koh,chin,liew}'::text[] AS surnames,
    '{wei ming,mei ling,jia hui,xin yi,kah wai,siew ling,boon keat,li ting,zhi hao,pei shan,yong sheng,hui min}'::text[]
      AS chinese,
    '{kumar,siva,raj,priya,devi,lakshmi,ganesh,kavitha,anand,suresh,vijaya,mohan}'::text[] AS tamil,
    '{王,陈,林,李,黄,张}'::text[] AS family, '{小,明,丽,伟,芳,强,慧,玲}'::text[] AS given
), dice AS (
  SELECT i, random() r1, random() r2, random() r3, random() r4, random() r5, random() r6, random() r7, random() r8
  FROM (SELECT setseed(0.42)) seed, generate_series(1, 1000000) i
), people AS (
  SELECT i, r1, r3, r4, r5, r6, r8, '60' || CASE WHEN r6 < 0.3 THEN '11' || lpad(floor(1e8 * r7)::int::text, 8, '0')
      ELSE '1' || (2 + floor(8 * r6)::int) || lpad(floor(1e7 * r7)::int::text, 7, '0') END AS phone,
    (ARRAY['gmail.com','gmail.com','gmail.com','yahoo.com','hotmail.com','icloud.com','kedai.my'])[1 + floor(7 * r2)::int]
      AS domain,
    CASE
      WHEN r1 < 0.62 THEN initcap(malay[1 + floor(40 * r2 * r2)::int] || ' ' || malay[1 + floor(40 * r3)::int]
        || CASE WHEN r4 < 0.5 THEN ' Bin ' ELSE ' Binti ' END || malay[1 + floor(40 * r5 * r5)::int])
      WHEN r1 < 0.86 THEN initcap(surnames[1 + floor(15 * r2)::int] || ' ' || chinese[1 + floor(12 * r3)::int])
      WHEN r1 < 0.96 THEN initcap(tamil[1 + floor(12 * r2)::int] || ' A/L ' || tamil[1 + floor(12 * r3)::int] || ' '
        || tamil[1 + floor(12 * r4)::int])
      ELSE family[1 + floor(6 * r2)::int] || given[1 + floor(8 * r3)::int] || given[1 + floor(8 * r4)::int] END AS name
  FROM dice, words
), reachable AS (
  SELECT *, CASE WHEN r8 < 0.85 THEN regexp_replace(CASE WHEN r1 < 0.96 THEN lower(name) ELSE 'user' END,
    '[^a-z]+', '.', 'g') || floor(9999 * r6)::int || '@' || domain END AS email
  FROM people
)
INSERT INTO customers (org_id, id, name, sort_name, email, phone, phone_raw, city, state, country, search_text,
  orders_count, last_order_at, created_at)
SELECT $org, uuidv7((i - 1000000) * interval '1 minute'), name, lower(name), email, '+' || phone, phone,
  CASE WHEN i % 20000 = 0 THEN 'Kuala Perlis' ELSE 'Shah Alam' END, CASE WHEN i % 20000 = 0 THEN 'PLS'
    WHEN i % 3 = 0 THEN 'JHR' ELSE 'SGR' END, CASE WHEN i % 20000 = 7 THEN 'BN' ELSE 'MY' END, ' ' || CASE WHEN r1 < 0.96 THEN replace(lower(name), '/', ' ')
    ELSE regexp_replace(name, '(.)(.)(.)', '\\1 \\2 \\3') END || ' | ' || coalesce(email || ' ', '') || phone || ' '
    || substr(phone, 2) || ' ',
  CASE WHEN r3 < 0.85 THEN 1 + floor(20 * r5 * r5 * r5)::int ELSE 0 END,
  CASE WHEN r3 < 0.85 THEN now() - interval '700 days' * (r6 * r4) END, now() - (1000000 - i) * interval '1 minute'
FROM reachable`;

const SPEND = `
INSERT INTO customer_spend (org_id, customer_id, currency, orders_count, gross_minor, refunded_minor, net_minor)
SELECT org_id, id, 'MYR', orders_count, orders_count * 5990, 0, orders_count * 5990 FROM customers WHERE orders_count > 0`;

const IDENTITIES = `
INSERT INTO identities (org_id, id, kind, namespace, value, customer_id, first_seen_at)
SELECT org_id, gen_random_uuid(), kind, '', value, id, created_at
FROM customers, LATERAL (VALUES ('email', email), ('phone', phone)) AS contact (kind, value)
WHERE value IS NOT NULL ON CONFLICT DO NOTHING`;

const SHOP = `
INSERT INTO shops (org_id, id, platform, name, currency) VALUES ($1, gen_random_uuid(), 'woocommerce', 'Kedai', 'MYR')`;

const ORDERS = `
INSERT INTO orders (org_id, id, shop_id, customer_id, external_id, number, status, source_status, currency, total_minor,
  tax_minor, shipping_minor, discount_minor, paid_minor, payment_method, placed_at, is_test, is_cash_on_delivery,
  version_at, version_rank, version_hash)
SELECT c.org_id, uuidv7(), s.id, c.id, c.n, 10000 + c.n, 'paid', 'processing', 'MYR', 5990, 0, 0, 0, 5990,
  CASE WHEN c.n % 10000 = 7 THEN 'Tunai' ELSE 'FPX' END, c.last_order_at, false, false, c.last_order_at, 4, ''
FROM (SELECT org_id, id, last_order_at, row_number() OVER (ORDER BY id) AS n FROM customers
  WHERE orders_count > 0 LIMIT 200000) c, shops s`;
