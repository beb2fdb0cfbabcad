import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { foldTag } from "./fold-tag";
import { colourOf } from "./tag-colours";
import { MOST_TAGS } from "./tag-limits";

/** A row of the statement's result. */
export const namedTag = z.object({ id: z.uuid(), folded: z.string(), isNew: z.boolean() });

/**
 * The statement that makes the tags that there are not yet; its rows are all that were named and
 * have room, by `foldTag` of their names; the first named have it first. Names are checked by `tagNameSchema`. `lockRoom("tags")`
 * goes before it.
 */
export function ensureTags(names: readonly string[], newId: () => string): SQL {
  const byFolded = new Map(names.map((name) => [foldTag(name), name]));
  const rows = [...byFolded].map(([folded, name], place) => ({
    id: newId(),
    name,
    folded,
    colour: colourOf(folded),
    place,
  }));
  return sql`
    with named as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, name text, folded text, colour text, place integer)),
    made as (
      insert into tags (id, name, folded, colour) select id, name, folded, colour from named n
      where not exists (select from tags t where t.folded = n.folded)
      order by place limit greatest(${MOST_TAGS} - (select count(*) from tags), 0)
      on conflict (org_id, folded) do nothing returning id, folded)
    select id, folded, true as "isNew" from made
    union all
    select t.id, t.folded, false from named n join tags t on t.folded = n.folded
    where t.id not in (select id from made)`;
}
