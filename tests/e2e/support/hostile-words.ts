import type { Pool } from "pg";
import { HOSTILE_STRINGS } from "../../factories/hostile-strings";
import type { World } from "../access-rules";
import type { AppMember } from "./app-member";

/** `$3`: the text, `$4`: its number, as text. */
const OF_EACH_TEXT = [
  `WITH tag AS (
     INSERT INTO tags (org_id, id, name, folded, colour)
       VALUES ($1, gen_random_uuid(), $3, $4, 'gray') RETURNING org_id, id)
   INSERT INTO customer_tags (org_id, customer_id, tag_id, source)
     SELECT org_id, $2::uuid, id, 'person' FROM tag`,
  `WITH field AS (
     INSERT INTO custom_fields (org_id, id, key, name, type, is_private, default_value, position)
       VALUES ($1, gen_random_uuid(), 'f' || $4::text, $3, 'url', true, $3, $4::int) RETURNING org_id, id)
   INSERT INTO custom_field_values (org_id, customer_id, field_id, text_value, folded_value, source, set_at)
     SELECT org_id, $2::uuid, id, $3, $4, 'person', now() FROM field`,
  `INSERT INTO notes (org_id, id, customer_id, body, author_id, created_at)
     SELECT $1, gen_random_uuid(), $2::uuid, $3, m.user_id, now() - make_interval(mins => $4::int)
     FROM memberships m WHERE m.org_id = $1 LIMIT 1`,
  `INSERT INTO views (org_id, id, noun, name, state)
     SELECT $1, gen_random_uuid(), noun, $3, '{"filter": null, "sort": "name", "order": "asc", "columns": null, "density": null}'
     FROM unnest('{customers,orders,products,subscriptions,checkouts}'::text[]) noun WHERE $2 <> '' AND $4 <> ''`,
] as const;

/** What members write themselves: tags, custom fields and what they hold, notes, names of views and files. */
export async function writeHostileWords(owner: Pool, { orgId }: AppMember, world: World): Promise<void> {
  for (const [index, text] of HOSTILE_STRINGS.entries()) {
    for (const statement of OF_EACH_TEXT) {
      await owner.query(statement, [orgId, world.customerId, text, String(index)]);
    }
  }
  await owner.query("UPDATE imports SET file_name = $2, columns = $3::jsonb WHERE org_id = $1", [
    orgId,
    HOSTILE_STRINGS[0],
    JSON.stringify(HOSTILE_STRINGS),
  ]);
  await owner.query(
    `UPDATE subscriptions SET number = $2, items = jsonb_build_array(jsonb_build_object(
       'name', $3::text, 'sku', $2::text, 'productExternalId', null, 'quantity', 1, 'totalMinor', 100)) WHERE org_id = $1`,
    [orgId, HOSTILE_STRINGS[16], HOSTILE_STRINGS[0]],
  );
  await owner.query(
    `UPDATE checkouts SET number = $2, contact = jsonb_build_object('person', jsonb_build_object('name', $3::text)),
       items = jsonb_build_array(jsonb_build_object(
       'name', $3::text, 'sku', $2::text, 'productExternalId', null, 'quantity', 1, 'totalMinor', 100)) WHERE org_id = $1`,
    [orgId, HOSTILE_STRINGS[16], HOSTILE_STRINGS[0]],
  );
}
