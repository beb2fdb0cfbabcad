import { type SQL, sql } from "drizzle-orm";
import { type CompileClause, listSql } from "./clause-sql";
import { refuse } from "./clause-values";
import type { Clause } from "./filter-tree";

/** Products in more items than this are common: their buyers are looked for in the list, and not the list's rows among them. */
const MOST_COLLECTED = 20000;

/** How a record of a list belongs to orders `o`. */
type Bought = {
  /** The orders of one record. */
  whose: SQL;
  /** The record's own key, and the same in an order. */
  id: SQL;
  of: SQL;
  /** Which orders count, whosever they are. */
  counts: SQL;
};

/**
 * Whether one of some products was bought. Items name products by the shop's ids: these are looked up first, so that
 * few items are found through their index.
 */
export function boughtClause(bought: Bought): CompileClause {
  return (clause, { ways }) => {
    const has = sql`exists (${boughtIn(bought.whose, clause)})`;
    // With an offset it is asked of each row, of which most are in the list; Postgres would gather all buyers first.
    if (clause.op === "noneOf") return sql`not exists (${boughtIn(bought.whose, clause)} offset 0)`;
    if (clause.op !== "anyOf") return refuse();
    const way = ways?.get(clause);
    if (!way) return has;
    const { id, of, counts } = bought;
    // Each lets nothing through where the other is the quick one.
    // As a list of keys, and with an offset, neither becomes a join that Postgres would order by its own guess.
    if (way === "collect") {
      return sql`(${isRare(clause)} and ${id} = any (array(${boughtIn(counts, clause, of)})))`;
    }
    return sql`(not ${isRare(clause)} and exists (${boughtIn(bought.whose, clause)} offset 0))`;
  };
}

function boughtIn(whose: SQL, clause: Clause, selected = sql``): SQL {
  const codes = codesOf(clause);
  return sql`select ${selected} from order_items i
    join orders o on o.org_id = i.org_id and o.id = i.order_id
    join products p on p.org_id = i.org_id and p.shop_id = o.shop_id
      and p.external_id in (i.product_external_id, i.variant_external_id)
    where ${whose} and p.id in (${listSql(clause, "uuid")})
      and (i.product_external_id = any (${codes}) or i.variant_external_id = any (${codes}))`;
}

/** Whether few items hold the products; it is asked once, and reads no more of them than `MOST_COLLECTED` and one. */
function isRare(clause: Clause): SQL {
  const items = (column: SQL) =>
    sql`(select 1 from order_items i where ${column} = any (${codesOf(clause)}) limit ${MOST_COLLECTED + 1}::int)`;
  return sql`((select count(*) from (${items(sql`i.product_external_id`)}
    union all ${items(sql`i.variant_external_id`)}) held) <= ${MOST_COLLECTED}::int)`;
}

function codesOf(clause: Clause): SQL {
  return sql`(select array_agg(external_id) from products where id in (${listSql(clause, "uuid")}))::text[]`;
}
