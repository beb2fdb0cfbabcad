import { type SQL, sql } from "drizzle-orm";
import type { CorrectedValue } from "~/db/schema/corrections";
import { type CorrectableKind, columnsOf } from "./correctable";

type Stamp = { by: string; at: string };

/**
 * What an update of `r` sets: each column its value, and beside it in `corrections` what the
 * shop says, who set it and when. `isOwn`: a record that people keep, which no shop tells of.
 */
export function correctedSet(
  kind: CorrectableKind,
  values: Readonly<Record<string, CorrectedValue>>,
  { stamp, isOwn }: { stamp: Stamp; isOwn: boolean },
): SQL {
  const columns = columnsOf(kind);
  const set: SQL[] = [];
  const beside: SQL[] = [];
  for (const [field, value] of Object.entries(values)) {
    const column = columns.get(field);
    if (!column) throw new Error(`${field} of ${kind} is not for people to correct`);
    const [name, type] = column;
    const typed = sql`${value}::${sql.raw(type)}`;
    set.push(sql`${sql.raw(name)} = ${typed}`);
    const told = sql`case when r.corrections ? ${field} then r.corrections -> ${field} -> 'told'
      else coalesce(to_jsonb(${sql.raw(`r.${name}`)}), 'null') end`;
    beside.push(sql`${field}::text, jsonb_build_object('value', coalesce(to_jsonb(${typed}), 'null'), 'told', ${told},
      'by', ${stamp.by}::text, 'at', ${stamp.at}::text)`);
  }
  if (!isOwn) set.push(sql`corrections = r.corrections || jsonb_build_object(${sql.join(beside, sql`, `)})`);
  return sql.join([...set, sql`updated_at = ${stamp.at}::timestamptz`], sql`, `);
}

/** What an update of `r` sets so that the shop's word stands again for these fields. */
export function releasedSet(kind: CorrectableKind, fields: readonly string[], at: string): SQL {
  const columns = columnsOf(kind);
  const set = fields.flatMap((field) => {
    const column = columns.get(field);
    if (!column) return [];
    const [name, type] = column.map((part) => sql.raw(part));
    return sql`${name} = (r.corrections -> ${field} ->> 'told')::${type}`;
  });
  const rest = sql`corrections = r.corrections - ${sql.param([...fields])}::text[]`;
  return sql.join([...set, rest, sql`updated_at = ${at}::timestamptz`], sql`, `);
}
