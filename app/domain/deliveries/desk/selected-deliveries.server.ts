import { and, isNotNull, type SQL, sql } from "drizzle-orm";
import type { HttpDatabase } from "~/db/client";
import { connections } from "~/db/schema/connections";
import { deliveries } from "~/db/schema/deliveries";
import { filterConditions, TOLD } from "./filter-conditions.server";
import type { ReplaySelection } from "./replay-selection";
import { toldSubjects } from "./told-subjects.server";

/** The last delivery that was taken; `at` is ISO 8601 UTC. */
type LogPlace = { at: string; id: string };

/** Which deliveries: those that came up to `now`, after `after`, and were not part of `replayId` yet. */
export type Selected = {
  selection: ReplaySelection;
  now: Date;
  after?: LogPlace | null;
  replayId?: string;
};

/** So much of what shops sent is held at once. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The next deliveries of a selection that can be replayed, in the order in which they came. */
export function selectSelected(orm: HttpDatabase, selected: Selected, limit: number) {
  const { id, receivedAt, bodyBytes } = deliveries;
  return withSearch(orm, selected)
    .select({ id, receivedAt, bodyBytes })
    .from(deliveries)
    .innerJoin(connections, isItsConnection)
    .where(whereSelected(selected))
    .orderBy(receivedAt, id)
    .limit(limit);
}

/** How many there are; of more than `most`, that many. */
export function countSelected(orm: HttpDatabase, selected: Selected, most: number) {
  const all = withSearch(orm, selected)
    .select({ id: deliveries.id })
    .from(deliveries)
    .innerJoin(connections, isItsConnection)
    .where(whereSelected(selected))
    .limit(most)
    .as("selected");
  return orm.select({ count: sql`count(*)`.mapWith(Number) }).from(all);
}

/** As many from the beginning as may be held at once, but at least one. */
export function cutToSize<T extends { bodyBytes: number }>(rows: readonly T[]): T[] {
  let bytes = 0;
  const end = rows.findIndex((row, index) => {
    bytes += row.bodyBytes;
    return index > 0 && bytes > MOST_BYTES;
  });
  return end === -1 ? [...rows] : rows.slice(0, end);
}

const isItsConnection = sql`(${connections.orgId}, ${connections.id}) = (${deliveries.orgId}, ${deliveries.connectionId})`;

function withSearch(orm: HttpDatabase, { selection }: Selected) {
  const query = selection.kind === "matching" ? selection.filters.q : null;
  return query ? orm.with(orm.$with("told", TOLD).as(toldSubjects(query))) : orm;
}

function whereSelected({ selection, now, after, replayId }: Selected): SQL | undefined {
  const { receivedAt, id, body, erasedAt } = deliveries;
  const chosen =
    selection.kind === "ids"
      ? [sql`${id} = any(${sql.param(selection.ids)}::uuid[])`]
      : filterConditions(selection.filters, now);
  return and(
    ...chosen,
    isNotNull(body),
    sql`${erasedAt} is null`,
    sql`${receivedAt} <= ${now.toISOString()}::timestamptz`,
    after ? sql`(${receivedAt}, ${id}) > (${after.at}::timestamptz, ${after.id}::uuid)` : undefined,
    replayId
      ? sql`not exists (select from delivery_attempts a
          where a.delivery_id = ${id} and a.replay_id = ${replayId}::uuid)`
      : undefined,
  );
}
