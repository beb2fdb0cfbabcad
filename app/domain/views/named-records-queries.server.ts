import { inArray } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import { products } from "~/db/schema/products";
import type { OrgContext } from "../context";
import { clausesOf, type Filter } from "../filters/filter-tree";
import { isRecordId } from "../record-id";

const MOST_NAMED = 50;

/** A record that a filter names by its id; without a name where it has none. */
export type NamedRecord = { id: string; name: string | null };

/** The customers and products that a filter names, at most 50 of each; those that are gone are not there. Joins the turn's batch. */
export async function listNamedRecords(ctx: OrgContext, filter: Filter | null): Promise<NamedRecord[]> {
  const [buyers, bought] = await Promise.all([
    readNamed(ctx, customers, idsOf(filter, "customer")),
    readNamed(ctx, products, idsOf(filter, "product")),
  ]);
  return [...buyers, ...bought];
}

function idsOf(filter: Filter | null, field: "customer" | "product"): string[] {
  const asked = (filter ? clausesOf(filter) : []).filter((clause) => clause.field === field);
  const ids = asked.flatMap(({ value }) => [value ?? []].flat().map(String)).filter(isRecordId);
  return [...new Set(ids)].slice(0, MOST_NAMED);
}

function readNamed({ db }: OrgContext, table: typeof customers | typeof products, ids: string[]) {
  if (ids.length === 0) return [];
  return db.read(
    db.orm
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(inArray(table.id, ids))
      .limit(MOST_NAMED),
  );
}
