import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { foldTag } from "./fold-tag";
import { colourOf } from "./tag-colours";

/** A row of the statement's result. */
export const namedTag = z.object({ id: z.uuid(), folded: z.string(), isNew: z.boolean() });

/**
 * The statement that makes the tags that there are not yet; its rows are all that were named, by
 * `foldTag` of their names. Names are checked by `tagNameSchema`.
 */
export function ensureTags(names: readonly string[], newId: () => string): SQL {
  const byFolded = new Map(names.map((name) => [foldTag(name), name]));
  const rows = [...byFolded].map(([folded, name]) => ({
    id: newId(),
    name,
    folded,
    colour: colourOf(folded),
  }));
  return sql`
    with named as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, name text, folded text, colour text)),
    made as (
      insert into tags (id, name, folded, colour) select id, name, folded, colour from named order by folded
      on conflict (org_id, folded) do nothing returning id, folded)
    select id, folded, true as "isNew" from made
    union all
    select t.id, t.folded, false from named n join tags t on t.folded = n.folded
    where t.id not in (select id from made)`;
}
