import { type SQL, sql } from "drizzle-orm";
import { type CompileClause, listSql } from "./clause-sql";
import { refuse } from "./clause-values";
import type { Clause } from "./filter-tree";

/**
 * Whether one of some products was bought, in the orders that `whose` tells about `o`. Items name products by the
 * shop's ids: these are looked up first, so that few items are found through their index.
 */
export function boughtClause(whose: SQL): CompileClause {
  return (clause) => {
    if (clause.op === "anyOf") return sql`exists (${boughtIn(whose, clause)})`;
    return clause.op === "noneOf" ? sql`not exists (${boughtIn(whose, clause)})` : refuse();
  };
}

function boughtIn(whose: SQL, clause: Clause): SQL {
  const ids = listSql(clause, "uuid");
  const codes = sql`(select array_agg(external_id) from products where id in (${ids}))::text[]`;
  return sql`select from order_items i
    join orders o on o.org_id = i.org_id and o.id = i.order_id
    join products p on p.org_id = i.org_id and p.shop_id = o.shop_id
      and p.external_id in (i.product_external_id, i.variant_external_id)
    where ${whose} and p.id in (${ids})
      and (i.product_external_id = any (${codes}) or i.variant_external_id = any (${codes}))`;
}
